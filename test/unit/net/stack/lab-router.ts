import { forwardIpv4 } from "#net/stack/ipv4-forwarding.ts";
import { forwardIpv6 } from "#net/stack/ipv6-forwarding.ts";
import type { Arrival, RouterAction, RouterState } from "#net/stack/router.ts";
import { parseIcmpv4 } from "#net/wire/icmpv4.ts";
import { parseIcmpv6 } from "#net/wire/icmpv6.ts";
import { parseIpv4 } from "#net/wire/ipv4.ts";
import { formatIpAddress } from "#net/wire/prefix.ts";
import { parseIpv6 } from "#net/wire/ipv6.ts";
import { link, refusing, via } from "./written.ts";

/** A router between 10.1.0.0/24 (e1) and 10.2.0.0/24 (e2, a smaller MTU), 2001:db8:1::/64 and 2001:db8:2::/64. */
export const router: RouterState = {
  forwarding: true,
  interfaces: [
    { ...link("e1", "10.1.0.254/24", "2001:db8:1::fe/64"), mtu: 1500 },
    { ...link("e2", "10.2.0.254/24", "2001:db8:2::fe/64"), mtu: 1300 },
  ],
  routes: [
    via("203.0.113.0/24", "10.2.0.1", "e2"),
    via("192.0.2.0/24", "10.1.0.2", "e1"),
    refusing("blackhole", "198.51.100.0/24"),
    via("2001:db8:b::/48", "2001:db8:2::1", "e2"),
    refusing("prohibit", "2001:db8:f::/48"),
  ],
};
export const fromE1: Arrival = { interface: "e1", linkBroadcast: false };

/** `e2 > 10.2.0.1`, `error 11/0 > 10.1.0.1`, `deliver`, `drop ttl`. */
export const shown = (actions: readonly RouterAction[]): string[] =>
  actions.map((action) => {
    if (action.kind === "drop") return `drop ${action.reason}`;
    if (action.kind === "deliver") return "deliver";
    const next = action.nextHop === null ? "peer" : formatIpAddress(action.nextHop);
    const four = parseIpv4(action.packet);
    const six = parseIpv6(action.packet);
    // Errors alone have the router's own source here.
    const icmp =
      four.ok && four.value.protocol === 1 && (four.value.source & 0xff) === 254
        ? parseIcmpv4(four.value.payload)
        : six.ok && six.value.nextHeader === 58 && (six.value.source & 0xffn) === 0xfen
          ? parseIcmpv6(six.value.payload)
          : null;
    return icmp?.ok === true
      ? `error ${icmp.value.type}/${icmp.value.code} > ${next}`
      : `${action.interface} > ${next}`;
  });

export const forward4 = (packet: Uint8Array, arrival = fromE1, at = router): RouterAction[] =>
  forwardIpv4(at, arrival, packet, { identification: 7, timestamp: 0x01020304 });
export const forward6 = (packet: Uint8Array, arrival = fromE1, at = router): RouterAction[] =>
  forwardIpv6(at, arrival, packet);
