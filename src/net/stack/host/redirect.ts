import { readIcmpv4, type Icmpv4Message } from "../../wire/icmpv4.ts";
import { equalPrefixes, formatIpAddress, type IpAddress } from "../../wire/prefix.ts";
import { deliveryOf } from "../delivery.ts";
import { ip4 } from "../icmpv4-error.ts";
import { sameAddress } from "../network-interface.ts";
import { redirectedRoute } from "../ndp-redirect.ts";
import { routeFault } from "../route-validity.ts";
import type { Arrival } from "../router.ts";
import type { Route } from "../routing-table.ts";
import { stepResolver } from "./neighbours.ts";
import { interfaceNamed, type Turn } from "./turn.ts";

/**
 * A better first hop for one destination. A host takes it from the router that it uses for that destination, and only
 * if the new one is on the same link (RFC 1122 §3.2.2.2); a router ignores it (RFC 1812 §5.2.7.2).
 */
export function followRedirect(turn: Turn, from: IpAddress, message: Icmpv4Message): void {
  const { router } = turn.node;
  const content = readIcmpv4(message);
  if (router.forwarding || content.kind !== "error") return;
  if (content.quoted === null || content.gateway === undefined) return;
  const destination = ip4(content.quoted.header.destination);
  const gateway = ip4(content.gateway);
  const delivery = deliveryOf(router, destination);
  if (delivery.kind !== "via" || delivery.resolve === null || !sameAddress(delivery.resolve, from)) return;
  const route: Route = {
    kind: "unicast",
    destination: { version: 4, network: destination.value, length: 32 },
    metric: 0,
    gateway: sameAddress(gateway, destination) ? null : gateway,
    interface: delivery.interface,
  };
  if (routeFault(router.interfaces, route) !== null) return;
  useRoute(turn, route);
}

/** The same for IPv6 (RFC 4861 §8.3), with the MAC of the new hop where the redirect tells it. */
export function followRedirect6(turn: Turn, arrival: Arrival, packet: Uint8Array): void {
  const { router } = turn.node;
  const route = router.forwarding ? null : redirectedRoute(router, packet);
  if (route === null) return;
  useRoute(turn, route);
  const at = interfaceNamed(turn, arrival.interface);
  if (at !== undefined) stepResolver(turn, at, "ndp", { kind: "ndp", packet });
}

/** A row for one destination, in place of the one that there was. */
function useRoute(turn: Turn, route: Route): void {
  const { router } = turn.node;
  const others = router.routes.filter((old) => !equalPrefixes(old.destination, route.destination));
  turn.node = { ...turn.node, router: { ...router, routes: [...others, route] } };
  const destination = { version: route.destination.version, value: route.destination.network };
  const gateway = route.kind === "unicast" && route.gateway !== null ? route.gateway : destination;
  turn.actions.push({
    kind: "route",
    destination: formatIpAddress(destination),
    gateway: formatIpAddress(gateway),
  });
}
