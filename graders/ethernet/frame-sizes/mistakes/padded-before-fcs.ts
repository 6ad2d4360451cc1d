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
  const packet = segment + 20;
  const padding = Math.max(0, 50 - packet);
  const frame = 14 + packet + padding + 4;
  const wire = 8 + frame + 12;
  return { segment, packet, padding, frame, wire };
}
