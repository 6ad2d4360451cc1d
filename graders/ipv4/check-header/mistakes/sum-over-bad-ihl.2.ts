type Answer = "ok" | "too-short" | "checksum" | "version" | "ihl" | "total-length";

export function checkHeader(packet: Bytes): Answer {
  if (packet.length < 20) return "too-short";
  const headerBytes = (packet[0] & 15) * 4;
  if (sumOfWords(packet, Math.min(headerBytes, packet.length)) !== 0xffff) return "checksum";
  if (packet[0] >> 4 !== 4) return "version";
  if (headerBytes < 20 || headerBytes > packet.length) return "ihl";
  const totalLength = packet[2] * 256 + packet[3];
  if (totalLength < headerBytes || totalLength > packet.length) return "total-length";
  return "ok";
}

function sumOfWords(packet: Bytes, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 2) sum += packet[i] * 256 + (packet[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return sum;
}
