import { equalBytes } from "../../../net/bytes/byte-string.ts";
import type { PacketLayer } from "./layers.ts";

/**
 * Whether two frames carry one packet, before and after a hop: the same headers, and the same in the innermost one.
 * What lies around it (link addresses, TTL, checksum, translated addresses) may differ.
 */
export function isSamePacket(now: readonly PacketLayer[], was: readonly PacketLayer[]): boolean {
  if (now.length !== was.length || now.some(({ layout }, i) => layout.name !== was[i]?.layout.name))
    return false;
  const ip = now.findIndex(({ layout }) => layout.name === "ipv4" || layout.name === "ipv6");
  const [inner, old] = [now.at(-1), was.at(-1)];
  if (ip === -1 || inner === undefined || old === undefined) return false;
  // Where the IP header is the innermost one that we know, what follows its 20 (or 40) fixed bytes decides.
  const from = ip < now.length - 1 ? 0 : inner.layout.name === "ipv4" ? 20 : 40;
  return equalBytes(inner.bytes.subarray(from), old.bytes.subarray(from));
}
