export function parseIPv4Header(bytes: Bytes) {
  if (bytes.length < 20) return { error: "truncated" };
  const version = bytes[0] >> 4;
  if (version !== 4) return { error: "version" };
  const ihl = bytes[0] & 0x0f;
  const headerBytes = ihl * 4;
  if (ihl < 5) return { error: "ihl" };
  const totalLength = word(bytes, 2);
  if (totalLength < headerBytes || totalLength > bytes.length) return { error: "total-length" };

  const df = (bytes[6] & 0x40) !== 0;
  const mf = (bytes[6] & 0x20) !== 0;
  const fragmentOffset = (word(bytes, 6) & 0x1fff) * 8;

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
    identification: word(bytes, 4),
    df,
    mf,
    fragmentOffset,
    ttl: bytes[8],
    protocol: bytes[9],
    checksum: word(bytes, 10),
    src: address(bytes, 12),
    dst: address(bytes, 16),
    options: bytes.slice(20, headerBytes),
    payload: bytes.slice(headerBytes, totalLength),
    kind,
  };
}

function word(bytes: Bytes, i: number) {
  return bytes[i] * 256 + bytes[i + 1];
}

function address(bytes: Bytes, i: number) {
  return `${bytes[i]}.${bytes[i + 1]}.${bytes[i + 2]}.${bytes[i + 3]}`;
}
