export default { number: "99.2", entry: "plain" };
