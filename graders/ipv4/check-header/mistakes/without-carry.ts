type Answer = "ok" | "too-short" | "checksum" | "version" | "ihl" | "total-length";

export function checkHeader(packet: Bytes): Answer {
  if (packet.length < 20) return "too-short";
  const headerBytes = (packet[0] & 15) * 4;
  const ihlIsFine = headerBytes >= 20 && headerBytes <= packet.length;
  let sum = 0;
  for (let i = 0; i < (ihlIsFine ? headerBytes : 20); i += 2) sum += packet[i] * 256 + packet[i + 1];
  if ((sum & 0xffff) !== 0xffff) return "checksum";
  if (packet[0] >> 4 !== 4) return "version";
  if (!ihlIsFine) return "ihl";
  const totalLength = packet[2] * 256 + packet[3];
  if (totalLength < headerBytes || totalLength > packet.length) return "total-length";
  return "ok";
}
