type Sizes = {
  segment: number;
  packet: number;
  padding: number;
  frame: number;
  wire: number;
};

export function frameSizes(appBytes: number, proto: "tcp" | "udp", tcpOptionBytes = 0): Sizes {
  let segment = appBytes + 8;
  if (proto === "tcp") segment = appBytes + 20 + 4 * Math.ceil(tcpOptionBytes / 4);
  const packet = Math.max(46, segment + 20);
  const padding = packet === 46 ? 46 - segment - 20 : 0;
  const frame = 14 + packet + padding + 4;
  const wire = 8 + frame + 12;
  return { segment, packet, padding, frame, wire };
}
