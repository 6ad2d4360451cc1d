import { readU8, writeU8 } from "../bytes/big-endian.ts";
import { icmpv6Type } from "../wire/icmpv6.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { ipv6HeaderBytes, ipv6Offsets, parseIpv6, type Ipv6Packet } from "../wire/ipv6.ts";
import { isLinkLocal, isLoopback, isMulticast, isUnspecified } from "./address-role.ts";
import { isLocal, nextHopOf, routeTo } from "./delivery.ts";
import { icmpv6Error, ip6, unreachable6Code, type Icmpv6Cause } from "./icmpv6-error.ts";
import { checkIpv6Options, type OptionVerdict } from "./ipv6-option-check.ts";
import { redirect6 } from "./ndp-redirect.ts";
import type { Arrival, DropReason, RouterAction, RouterState } from "./router.ts";

/**
 * What a router does with a packet from one of its links (RFC 8200): looks at the Hop-by-Hop options, keeps what is
 * for itself, finds the next hop, lowers the Hop Limit, and tells the source what went wrong. It cuts no packets and
 * reads no other extension header of what only passes through.
 */
export function forwardIpv6(router: RouterState, arrival: Arrival, bytes: Uint8Array): RouterAction[] {
  const parsed = parseIpv6(bytes);
  if (!parsed.ok) return [{ kind: "drop", reason: parsed.error.code }];
  const packet = parsed.value;
  const whole = bytes.subarray(0, ipv6HeaderBytes + packet.payloadLength);
  const refuse = (reason: DropReason, cause: Icmpv6Cause | null): RouterAction[] => {
    const error = cause === null ? null : icmpv6Error(router, arrival, whole, cause);
    return [...(error === null ? [] : [error]), { kind: "drop", reason }];
  };
  const [source, destination] = [ip6(packet.source), ip6(packet.destination)];
  if (isMulticast(source) || isLoopback(source) || isLoopback(destination) || isUnspecified(destination)) {
    return refuse("martian", null);
  }
  const options = checkHopByHop(whole, packet);
  if (options.kind === "discard") return refuse("option", options.error);
  if (isLocal(router.interfaces, destination)) return [{ kind: "deliver", packet: whole }];
  if (isMulticast(destination)) return refuse("multicast", null);
  if (!router.forwarding) return refuse("not-forwarding", null);
  if (arrival.linkBroadcast) return refuse("link-broadcast", null);
  // RFC 4291 §2.5.2 and §2.5.6: neither leaves its link.
  if (isUnspecified(source) || isLinkLocal(destination)) return refuse("martian", null);

  const unreachable = (code: number): Icmpv6Cause => ({ type: icmpv6Type.destinationUnreachable, code });
  const route = routeTo(router, destination);
  if (route === null) return refuse("no-route", unreachable(unreachable6Code.noRoute));
  switch (route.kind) {
    case "blackhole":
      return refuse(route.kind, null);
    case "unreachable":
      // A row that says that there is no route.
      return refuse(route.kind, unreachable(unreachable6Code.noRoute));
    case "prohibit":
      return refuse(route.kind, unreachable(unreachable6Code.prohibited));
    case "unicast":
  }
  if (packet.hopLimit <= 1) return refuse("ttl", { type: icmpv6Type.timeExceeded, code: 0 });
  if (isLinkLocal(source)) return refuse("martian", unreachable(unreachable6Code.beyondScope));
  const hop = nextHopOf(router, route, destination);
  const out = router.interfaces.find(({ name }) => name === hop.interface);
  if (out === undefined) return refuse("no-route", unreachable(unreachable6Code.noRoute));
  if (whole.length > out.mtu) {
    return refuse("too-big", { type: icmpv6Type.packetTooBig, code: 0, rest: out.mtu, evenToGroups: true });
  }
  const leaving = whole.slice();
  writeU8(leaving, ipv6Offsets.hopLimit, packet.hopLimit - 1);
  const redirect = redirect6(router, arrival, packet, hop, leaving);
  return [
    ...(redirect === null ? [] : [redirect]),
    { kind: "send", interface: out.name, nextHop: hop.resolve, packet: leaving },
  ];
}

/** The one extension header that routers read, right behind the fixed header (RFC 8200 §4.3). */
function checkHopByHop(packet: Uint8Array, { nextHeader }: Ipv6Packet): OptionVerdict {
  if (nextHeader !== ipProtocol.hopByHop) return { kind: "pass" };
  const length = (readU8(packet, ipv6HeaderBytes + 1) + 1) * 8;
  if (ipv6HeaderBytes + length > packet.length) return { kind: "discard", error: null };
  return checkIpv6Options(packet, ipv6HeaderBytes, length);
}
