import { readU8 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { ipv6HeaderBytes, ipv6Offsets } from "../wire/ipv6.ts";
import { ipv6FragmentHeaderBytes } from "./ipv6-fragment-header.ts";

/** A place between two headers, in bytes from the start of the packet. */
export type Ipv6Cut = {
  readonly end: number;
  /** The byte that names the header behind the place. */
  readonly nextHeaderField: number;
  /** What it says. */
  readonly nextHeader: number;
};

/**
 * The places after the fixed header and after each Hop-by-Hop, Routing and Destination Options header that follows
 * it without another between, with the protocol of the header before the place (null for the fixed header).
 */
function cuts(packet: Uint8Array): Result<(Ipv6Cut & { readonly passed: number | null })[], "truncated"> {
  const cutAfter = (end: number, nextHeaderField: number, passed: number | null) => ({
    end,
    nextHeaderField,
    nextHeader: readU8(packet, nextHeaderField),
    passed,
  });
  let at = cutAfter(ipv6HeaderBytes, ipv6Offsets.nextHeader, null);
  const found = [at];
  while (isOptionsOrRouting(at.nextHeader)) {
    // Hdr Ext Len counts units of 8 bytes after the first.
    const end = at.end + (readU8(packet, at.end + 1) + 1) * 8;
    if (end > packet.length) return fail("truncated", at.end);
    at = cutAfter(end, at.end, at.nextHeader);
    found.push(at);
  }
  return ok(found);
}

const isOptionsOrRouting = (protocol: number): boolean =>
  protocol === ipProtocol.hopByHop ||
  protocol === ipProtocol.routing ||
  protocol === ipProtocol.destinationOptions;

/**
 * The end of the Per-Fragment headers, which every fragment repeats because nodes on the way read them: everything up
 * to and including the Routing header if there is one, else the Hop-by-Hop Options header if there is one, else the
 * fixed header (RFC 8200 §4.5).
 */
export function perFragmentHeaders(packet: Uint8Array): Result<Ipv6Cut, "truncated"> {
  const found = cuts(packet);
  if (!found.ok) return found;
  const last = found.value.findLast(({ passed }) => passed !== ipProtocol.destinationOptions);
  return last === undefined ? fail("truncated", 0) : ok(last);
}

/** Where the Fragment header of a packet stands; null when it has none that a receiver would reach. */
export function findFragmentHeader(packet: Uint8Array): Result<Ipv6Cut | null, "truncated"> {
  const found = cuts(packet);
  if (!found.ok) return found;
  const last = found.value.at(-1);
  if (last?.nextHeader !== ipProtocol.fragment) return ok(null);
  return last.end + ipv6FragmentHeaderBytes > packet.length ? fail("truncated", last.end) : ok(last);
}
