export function parseIPv6Header(bytes: Bytes): IPv6Header | Fail<"truncated" | "version"> {
  if (bytes.length < 40) return { error: "truncated" };
  if (bytes[0] >> 4 !== 6) return { error: "version" };
  return {
    trafficClass: ((bytes[0] & 15) << 4) | (bytes[1] >> 4),
    flowLabel: (bytes[2] << 8) | bytes[3],
    payloadLength: bytes[4] * 256 + bytes[5],
    nextHeader: bytes[6],
    hopLimit: bytes[7],
    src: bytes.slice(8, 24),
    dst: bytes.slice(24, 40),
  };
}
