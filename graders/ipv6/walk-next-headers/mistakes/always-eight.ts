type ChainLink = { protocol: number; offset: number; length: number };
type Walk = { chain: ChainLink[]; upper: number | null; upperOffset: number };

export function walkNextHeaders(packet: Bytes): Walk | Fail<"truncated"> {
  if (packet.length < 40) return { error: "truncated" };
  const extensions = [0, 43, 44, 51, 60];
  const chain: ChainLink[] = [];
  let protocol = packet[6];
  let offset = 40;
  while (extensions.includes(protocol)) {
    let length = 8;
    if (protocol === 44) length = 8;
    if (protocol === 51) length = (packet[offset + 1] + 2) * 4;
    if (!(offset + length <= packet.length)) return { error: "truncated" };
    chain.push({ protocol, offset, length });
    const fragmentOffset = ((packet[offset + 2] << 8) | packet[offset + 3]) >> 3;
    const last = protocol === 44 && fragmentOffset > 0;
    protocol = packet[offset];
    offset += length;
    if (last) break;
  }
  return { chain, upper: protocol === 59 ? null : protocol, upperOffset: offset };
}
