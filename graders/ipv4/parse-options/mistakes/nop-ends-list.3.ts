const names: Record<number, string> = {
  0: "EOOL",
  1: "NOP",
  7: "RR",
  68: "TS",
  82: "TR",
  131: "LSR",
  137: "SSR",
  148: "RTALT",
};

export function parseIpOptions(options: Bytes): IpOption[] | Fail<"length"> {
  const list: IpOption[] = [];
  let i = 0;
  while (i < options.length) {
    const type = options[i];
    if (type === 0 || type === 1) break;
    if (i + 1 >= options.length) return { error: "length" };
    const length = options[i + 1];
    if (length < 2 || i + length > options.length) return { error: "length" };
    list.push(describe(type, options.slice(i + 2, i + length)));
    i += length;
  }
  return list;
}

function describe(type: number, data: Bytes): IpOption {
  return {
    type,
    copied: (type & 0x80) !== 0,
    optionClass: (type & 0x60) >> 5,
    number: type & 0x1f,
    name: names[type] ?? `unknown(${type})`,
    data,
  };
}
