import { readIcmpv4, type Icmpv4Message } from "../../wire/icmpv4.ts";
import { formatIpAddress, type IpAddress } from "../../wire/prefix.ts";
import { deliveryOf } from "../delivery.ts";
import { ip4 } from "../icmpv4-error.ts";
import { sameAddress } from "../network-interface.ts";
import { routeFault } from "../route-validity.ts";
import type { Route } from "../routing-table.ts";
import type { Turn } from "./turn.ts";

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
  const others = router.routes.filter(
    (old) => old.destination.length !== 32 || old.destination.network !== destination.value,
  );
  turn.node = { ...turn.node, router: { ...router, routes: [...others, route] } };
  turn.actions.push({
    kind: "route",
    destination: formatIpAddress(destination),
    gateway: formatIpAddress(gateway),
  });
}
