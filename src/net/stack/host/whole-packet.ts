import { readU8 } from "../../bytes/big-endian.ts";
import { parseIpv4 } from "../../wire/ipv4.ts";
import { walkExtensionHeaders } from "../../wire/ipv6-extensions.ts";
import { parseIpv6 } from "../../wire/ipv6.ts";
import type { IpAddress } from "../../wire/prefix.ts";
import type { IpEnds } from "../../wire/pseudo-header.ts";
import { ip4 } from "../icmpv4-error.ts";
import { ip6 } from "../icmpv6-error.ts";
import { versionOf } from "./addresses.ts";

/** A packet that is no fragment, of either version, with what its receiver asks of it. */
export type WholePacket = {
  readonly version: 4 | 6;
  readonly bytes: Uint8Array;
  readonly source: IpAddress;
  readonly destination: IpAddress;
  /** The two again, as checksums want them. */
  readonly ends: IpEnds;
  /** TTL or Hop Limit. */
  readonly ttl: number;
  /** Of the upper layer, behind all extension headers. */
  readonly protocol: number;
  readonly payload: Uint8Array;
};

/** Takes a packet apart; null for what cannot be read to the upper layer. */
export const wholePacket = (bytes: Uint8Array): WholePacket | null =>
  versionOf(bytes) === 4 ? whole4(bytes) : whole6(bytes);

function whole4(bytes: Uint8Array): WholePacket | null {
  const parsed = parseIpv4(bytes);
  if (!parsed.ok) return null;
  const { source, destination, ttl, protocol, payload } = parsed.value;
  const ends = { source, destination };
  return {
    version: 4,
    bytes,
    source: ip4(source),
    destination: ip4(destination),
    ends,
    ttl,
    protocol,
    payload,
  };
}

function whole6(bytes: Uint8Array): WholePacket | null {
  const parsed = parseIpv6(bytes);
  if (!parsed.ok) return null;
  const { source, destination, hopLimit, payloadLength } = parsed.value;
  const chain = walkExtensionHeaders(bytes);
  // A chain that its receiver refuses is the answer's business (ipv6-answers.ts); there is no upper layer then.
  const upper = chain.ok ? chain.value : { upper: readU8(bytes, 6), upperOffset: bytes.length };
  return {
    version: 6,
    bytes,
    source: ip6(source),
    destination: ip6(destination),
    ends: { source, destination },
    ttl: hopLimit,
    protocol: upper.upper,
    payload: bytes.subarray(upper.upperOffset, 40 + payloadLength),
  };
}
