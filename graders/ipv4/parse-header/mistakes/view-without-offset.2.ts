export function parseIPv4Header(bytes: Bytes) {
  if (bytes.length < 20) return { error: "truncated" };
  const view = new DataView(bytes.buffer); // pour les champs de 16 bits seulement
  const version = bytes[0] >> 4;
  if (version !== 4) return { error: "version" };
  const ihl = bytes[0] & 0x0f;
  const headerBytes = ihl * 4;
  if (ihl < 5 || headerBytes > bytes.length) return { error: "ihl" };
  const totalLength = view.getUint16(2);
  if (totalLength < headerBytes || totalLength > bytes.length) return { error: "total-length" };
  const word = view.getUint16(6);
  const mf = (word & 0x2000) !== 0;
  const fragmentOffset = (word & 0x1fff) * 8;
  let kind = "whole";
  if (mf && fragmentOffset === 0) kind = "first";
  if (mf && fragmentOffset > 0) kind = "middle";
  if (!mf && fragmentOffset > 0) kind = "last";
  return {
    version,
    ihl,
    headerBytes,
    dscp: bytes[1] >> 2,
    ecn: bytes[1] & 3,
    totalLength,
    identification: view.getUint16(4),
    df: (word & 0x4000) !== 0,
    mf,
    fragmentOffset,
    ttl: bytes[8],
    protocol: bytes[9],
    checksum: view.getUint16(10),
    src: bytes.slice(12, 16).join("."),
    dst: bytes.slice(16, 20).join("."),
    options: bytes.slice(20, headerBytes),
    payload: bytes.slice(headerBytes, totalLength),
    kind,
  };
}
