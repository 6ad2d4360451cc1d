import { emitIcmpv6, icmpv6Type, parseIcmpv6 } from "../wire/icmpv6.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import type { Ipv6Address } from "../wire/ipv6-address.ts";
import { emitIpv6, ipv6HeaderBytes, parseIpv6, type Ipv6Packet } from "../wire/ipv6.ts";
import { emitNdpBody } from "../wire/ndp-emit.ts";
import { redirectedHeaderOption } from "../wire/ndp-option-data.ts";
import { ndpFault, parseNdp } from "../wire/ndp.ts";
import { containsAddress } from "../wire/prefix.ts";
import { verifiesTransportChecksum } from "../wire/pseudo-header.ts";
import { isLinkLocal } from "./address-role.ts";
import { deliveryOf, type RoutingState } from "./delivery.ts";
import { ip6 } from "./icmpv6-error.ts";
import { connectedPrefixes, sameAddress } from "./network-interface.ts";
import type { NextHop } from "./next-hop.ts";
import { routeFault } from "./route-validity.ts";
import { sendOf, type Arrival, type RouterState, type SendAction } from "./router.ts";
import type { Route } from "./routing-table.ts";

/** A redirect fits into the least MTU of IPv6 (RFC 4861 §8.2); its fixed part has 40 bytes. */
const longestRedirect = 1280;
const fixedBytes = 40;

/**
 * "There is a better first hop": from a router that sends a packet out by the link that it came from, to a source that
 * is a neighbour there (RFC 4861 §8.2); null where that is not so. It names routers by their link-local addresses, so
 * there is none where the next hop or the router itself is not known by one. `leaving` is the packet as it goes on.
 */
export function redirect6(
  router: RouterState,
  arrival: Arrival,
  { source, destination }: Ipv6Packet,
  hop: NextHop,
  leaving: Uint8Array,
): SendAction | null {
  const { resolve } = hop;
  const at = router.interfaces.find(({ name }) => name === hop.interface);
  if (at === undefined || resolve === null || hop.interface !== arrival.interface) return null;
  const own = at.addresses.find(({ address }) => address.version === 6 && isLinkLocal(address))?.address;
  const neighbour = connectedPrefixes(at).some((prefix) => containsAddress(prefix, ip6(source)));
  const named = isLinkLocal(resolve) || resolve.value === destination;
  const way = sendOf(router, ip6(source), leaving);
  if (own === undefined || way === null || !neighbour || !named) return null;
  const room = longestRedirect - ipv6HeaderBytes - fixedBytes;
  const body = emitNdpBody({
    kind: "redirect",
    target: resolve.value,
    destination,
    options: [redirectedHeaderOption(leaving, room)],
  });
  const packet = body.ok ? carry({ source: own.value, destination: source }, body.value) : null;
  return packet === null ? null : { ...way, packet };
}

function carry(
  ends: { readonly source: Ipv6Address; readonly destination: Ipv6Address },
  body: Uint8Array,
): Uint8Array | null {
  const payload = emitIcmpv6({ type: icmpv6Type.redirect, code: 0, checksum: ends, body });
  if (!payload.ok) return null;
  const packet = emitIpv6({
    ...ends,
    trafficClass: 0,
    flowLabel: 0,
    nextHeader: ipProtocol.icmpv6,
    hopLimit: 255,
    payload: payload.value,
  });
  return packet.ok ? packet.value : null;
}

/**
 * The row that a redirect adds to a host's table, for its one destination: to the target, or onto the link where the
 * target is the destination itself (RFC 4861 §8.3). Null for what is no valid redirect (§8.1): it must come from the
 * router that the host uses for that destination now.
 */
export function redirectedRoute(host: RoutingState, bytes: Uint8Array): Route | null {
  const packet = parseIpv6(bytes);
  if (!packet.ok || packet.value.nextHeader !== ipProtocol.icmpv6) return null;
  const icmp = parseIcmpv6(packet.value.payload);
  const message = icmp.ok ? parseNdp(icmp.value) : icmp;
  if (!icmp.ok || !message.ok || message.value.kind !== "redirect") return null;
  if (!verifiesTransportChecksum(packet.value, ipProtocol.icmpv6, packet.value.payload)) return null;
  if (ndpFault(icmp.value, message.value, packet.value) !== null) return null;
  const { target, destination } = message.value;
  const now = deliveryOf(host, ip6(destination));
  if (now.kind !== "via" || now.resolve === null || !sameAddress(now.resolve, ip6(packet.value.source)))
    return null;
  const route: Route = {
    kind: "unicast",
    destination: { version: 6, network: destination, length: 128 },
    metric: 0,
    gateway: target === destination ? null : ip6(target),
    interface: now.interface,
  };
  return routeFault(host.interfaces, route) === null ? route : null;
}
