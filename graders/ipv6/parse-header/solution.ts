export function parseIPv6Header(bytes: Bytes): IPv6Header | Fail<"truncated" | "version"> {
  if (bytes.length < 40) return { error: "truncated" };
  if (bytes[0] >> 4 !== 6) return { error: "version" };
  return {
    // La classe est à cheval sur les octets 0 et 1 : 4 bits de chaque.
    trafficClass: ((bytes[0] & 0x0f) << 4) | (bytes[1] >> 4),
    flowLabel: ((bytes[1] & 0x0f) << 16) | (bytes[2] << 8) | bytes[3],
    payloadLength: (bytes[4] << 8) | bytes[5],
    nextHeader: bytes[6],
    hopLimit: bytes[7],
    src: bytes.slice(8, 24),
    dst: bytes.slice(24, 40),
  };
}
