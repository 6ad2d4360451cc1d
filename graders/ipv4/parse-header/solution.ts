export function parseIPv4Header(
  bytes: Bytes,
): IPv4Header | Fail<"truncated" | "version" | "ihl" | "total-length"> {
  if (bytes.length < 20) return { error: "truncated" };
  if (bytes[0] >> 4 !== 4) return { error: "version" };
  const ihl = bytes[0] & 0x0f;
  const headerBytes = ihl * 4; // IHL compte des mots de 4 octets
  if (ihl < 5 || headerBytes > bytes.length) return { error: "ihl" };
  const totalLength = readWord(bytes, 2);
  if (totalLength < headerBytes || totalLength > bytes.length) return { error: "total-length" };

  // Octets 6 et 7 : bit réservé, DF, MF, puis 13 bits de décalage en unités de 8 octets.
  const mf = (bytes[6] & 0x20) !== 0;
  const fragmentOffset = (readWord(bytes, 6) & 0x1fff) * 8;

  return {
    version: 4,
    ihl,
    headerBytes,
    dscp: bytes[1] >> 2,
    ecn: bytes[1] & 0x03,
    totalLength,
    identification: readWord(bytes, 4),
    df: (bytes[6] & 0x40) !== 0,
    mf,
    fragmentOffset,
    ttl: bytes[8],
    protocol: bytes[9],
    checksum: readWord(bytes, 10),
    src: readAddress(bytes, 12),
    dst: readAddress(bytes, 16),
    options: bytes.slice(20, headerBytes),
    payload: bytes.slice(headerBytes, totalLength), // la suite est du bourrage Ethernet
    kind: fragmentKind(mf, fragmentOffset),
  };
}

/** Un mot de 16 bits, octet de poids fort d'abord. */
function readWord(bytes: Bytes, offset: number): number {
  return bytes[offset] * 256 + bytes[offset + 1];
}

function readAddress(bytes: Bytes, offset: number): Ip {
  return bytes.slice(offset, offset + 4).join(".");
}

function fragmentKind(mf: boolean, fragmentOffset: number): IPv4Header["kind"] {
  if (mf) return fragmentOffset === 0 ? "first" : "middle";
  return fragmentOffset === 0 ? "whole" : "last";
}
