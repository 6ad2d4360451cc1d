import type { IpAddress } from "../wire/prefix.ts";
import { isLimitedBroadcast, isLoopback, isMulticast } from "./address-role.ts";
import { isDirectedBroadcast, ownsAddress, type NetworkInterface } from "./network-interface.ts";
import { nextHop, type NextHop } from "./next-hop.ts";
import { connectedRoutes, lookupRoute, type RefusingKind, type Route } from "./routing-table.ts";

export type RoutingState = {
  readonly interfaces: readonly NetworkInterface[];
  /** Without the connected ones, which follow from the interfaces (they may stand here as well). */
  readonly routes: readonly Route[];
  readonly behaviour?: RoutingBehaviour;
};

/** Decisions that may be taken by other functions than those here, each by itself. */
export type RoutingBehaviour = {
  readonly lookupRoute?: (table: readonly Route[], destination: IpAddress) => Route | null;
  readonly nextHop?: (
    node: RoutingState,
    route: Route & { readonly kind: "unicast" },
    destination: IpAddress,
  ) => NextHop;
  readonly deliver?: (node: RoutingState, destination: IpAddress) => Delivery;
};

/** What becomes of a packet that a node sends. */
export type Delivery =
  /** To oneself: it never leaves, whatever interface has the address. */
  | { readonly kind: "local" }
  /** To all on a link, or to a group; `interface` is null when no interface can take it. */
  | { readonly kind: "broadcast" | "multicast"; readonly interface: string | null }
  /** To a neighbour, or to a router. */
  | ({ readonly kind: "direct" | "via"; readonly route: Route & { readonly kind: "unicast" } } & NextHop)
  | { readonly kind: "unreachable"; readonly reason: "no-route" | RefusingKind };

/** What becomes of a packet to that destination, as the node itself decides it. */
export const deliveryOf = (node: RoutingState, destination: IpAddress): Delivery =>
  (node.behaviour?.deliver ?? referenceDelivery)(node, destination);

/** The kinds in the order in which they are looked for (RFC 1122 §3.2.1.3 and §3.3.1.1). */
export function referenceDelivery(node: RoutingState, destination: IpAddress): Delivery {
  const { interfaces } = node;
  if (isLocal(interfaces, destination)) return { kind: "local" };
  const route = routeTo(node, destination);
  if (isLimitedBroadcast(destination)) return { kind: "broadcast", interface: groupInterface(node, route) };
  const link = interfaces.find((at) => isDirectedBroadcast(at, destination));
  if (link !== undefined) return { kind: "broadcast", interface: link.name };
  if (isMulticast(destination)) return { kind: "multicast", interface: groupInterface(node, route) };
  if (route === null) return { kind: "unreachable", reason: "no-route" };
  if (route.kind !== "unicast") return { kind: "unreachable", reason: route.kind };
  const { gateway } = route;
  const onLink = gateway === null || interfaces.some((at) => ownsAddress(at, gateway));
  return { kind: onLink ? "direct" : "via", route, ...nextHopOf(node, route, destination) };
}

/** One's own address on any interface, or a loopback address (RFC 1122 §3.2.1.3 (g)). */
export const isLocal = (interfaces: readonly NetworkInterface[], destination: IpAddress): boolean =>
  isLoopback(destination) || interfaces.some((at) => ownsAddress(at, destination));

/** The row for a destination among the connected networks and the table. */
export const routeTo = (node: RoutingState, destination: IpAddress): Route | null =>
  (node.behaviour?.lookupRoute ?? lookupRoute)(tableOf(node), destination);

/** Connected networks first. */
export function tableOf({ interfaces, routes }: RoutingState): readonly Route[] {
  const before = tables.get(routes);
  if (before?.interfaces === interfaces) return before.table;
  const table = [...connectedRoutes(interfaces), ...routes];
  tables.set(routes, { interfaces, table });
  return table;
}

/** The last table made of these routes: every packet asks for it. */
const tables = new WeakMap<
  readonly Route[],
  { readonly interfaces: RoutingState["interfaces"]; readonly table: readonly Route[] }
>();

/** To whom the packet is handed, as the node itself decides it. */
export const nextHopOf = (
  node: RoutingState,
  route: Route & { readonly kind: "unicast" },
  destination: IpAddress,
): NextHop =>
  node.behaviour?.nextHop?.(node, route, destination) ?? nextHop(node.interfaces, route, destination);

/** Where groups and 255.255.255.255 go: by the row that holds them, else by the first link that is up. */
function groupInterface({ interfaces }: RoutingState, route: Route | null): string | null {
  if (route?.kind === "unicast") return route.interface;
  const first = interfaces.find(({ up, addresses }) => up && !addresses.some((a) => isLoopback(a.address)));
  return first?.name ?? null;
}
