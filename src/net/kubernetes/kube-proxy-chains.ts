/** The names that kube-proxy's chains have in `iptables-save`: short enough for the kernel, the same on every node. */

/** RFC 4648 §6. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * The chain of one port of a Service, `KUBE-SVC-…`: 16 characters of base32 over the SHA-256 of `namespace/name:port`, of
 * ASCII as all such names are, and the protocol. `sha256` gives the 32 bytes of a digest.
 */
export function serviceChain(
  servicePort: string,
  protocol: "tcp" | "udp" | "sctp",
  sha256: (bytes: Uint8Array) => Uint8Array,
): string {
  const text = servicePort + protocol;
  const digest = sha256(Uint8Array.from(text, (_, i) => text.charCodeAt(i)));
  return `KUBE-SVC-${base32(digest.subarray(0, 10))}`;
}

/** Eight characters for every five bytes; the length is a multiple of five. */
function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let left = (bytes.length / 5) * 8; left > 0; left--) {
    text = `${alphabet[Number(bits & 31n)]}${text}`;
    bits >>= 5n;
  }
  return text;
}
