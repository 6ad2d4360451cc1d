type ChainLink = { protocol: number; offset: number; length: number };
type Walk = { chain: ChainLink[]; upper: number | null; upperOffset: number };

export function walkNextHeaders(packet: Bytes): Walk | Fail<"truncated"> {
  if (packet.length < 40) return { error: "truncated" };
  const chain: ChainLink[] = [];
  let protocol = packet[6];
  let offset = 40;
  while ([0, 43, 44, 51, 60].includes(protocol)) {
    const length = lengthOf(protocol, packet[offset + 1]);
    const fits = offset + length <= packet.length; // faux aussi quand l'octet de longueur manque
    if (!fits) return { error: "truncated" };
    chain.push({ protocol, offset, length });
    // Le décalage de fragment occupe l'octet 2 et les 5 bits de gauche de l'octet 3.
    const laterFragment = protocol === 44 && (packet[offset + 2] > 0 || packet[offset + 3] > 7);
    protocol = packet[offset]; // Next Header : ce qui vient après cet en-tête
    offset += length;
    if (laterFragment) break;
  }
  return { chain, upper: protocol === 59 ? null : protocol, upperOffset: offset };
}

function lengthOf(protocol: number, units: number): number {
  if (protocol === 44) return 8;
  if (protocol === 51) return (units + 2) * 4;
  return (units + 1) * 8;
}
