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
    let length = 1; // EOOL et NOP tiennent sur un octet
    if (type > 1) {
      length = options[i + 1];
      // Si l'octet de longueur manque, length vaut undefined : les deux comparaisons sont fausses.
      const fits = length >= 2 && i + length <= options.length;
      if (!fits) return { error: "length" };
    }
    list.push({
      type,
      copied: type >= 128,
      optionClass: (type >> 5) & 0b11,
      number: type & 0b11111,
      name: names[type] ?? `unknown(${type})`,
      data: options.slice(i + 2, i + length),
    });
    if (type === 0) break; // EOOL : la suite n'est que du bourrage
    i += length;
  }
  return list;
}
