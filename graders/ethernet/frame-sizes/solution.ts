type Sizes = {
  segment: number;
  packet: number;
  padding: number;
  frame: number;
  wire: number;
};

export function frameSizes(appBytes: number, proto: "tcp" | "udp", tcpOptionBytes = 0): Sizes {
  // Data Offset compte des mots de 4 octets : les options remplissent des mots entiers.
  const header = proto === "tcp" ? 20 + Math.ceil(tcpOptionBytes / 4) * 4 : 8;
  const segment = header + appBytes;
  const packet = 20 + segment;
  const padding = Math.max(0, 46 - packet);
  const frame = 14 + packet + padding + 4; // adresses et type devant, FCS derrière
  const wire = frame + 20; // préambule et SFD (8), silence (12)
  return { segment, packet, padding, frame, wire };
}
