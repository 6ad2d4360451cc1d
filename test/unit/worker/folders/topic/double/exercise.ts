export default { number: "99.1", entry: "double" };
