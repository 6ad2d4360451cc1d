import { containsAddress, type IpAddress, type Prefix } from "../wire/prefix.ts";
import { connectedPrefixes, type NetworkInterface } from "./network-interface.ts";

/** A row of a routing table. */
export type Route = {
  readonly destination: Prefix;
  /** Among routes to one prefix, the lowest is taken. */
  readonly metric: number;
} & (UnicastRoute | { readonly kind: RefusingKind });

type UnicastRoute = {
  readonly kind: "unicast";
  /** The router to hand the packet to; null when the destination is on the link. */
  readonly gateway: IpAddress | null;
  /** Name of the interface. */
  readonly interface: string;
};

/**
 * Rows that forward nothing (ip-route(8)): `blackhole` drops in silence, `unreachable` answers ICMP host unreachable,
 * `prohibit` answers ICMP communication administratively prohibited.
 */
export type RefusingKind = "blackhole" | "unreachable" | "prohibit";

/**
 * The row for a destination by RFC 1812 §5.2.4.3: of the rows whose prefix holds it (basic match) those with the
 * longest prefix (longest match), of these the one with the lowest metric (best metric), of these the first. Null
 * when no prefix holds it.
 */
export function lookupRoute<R extends Route>(table: readonly R[], destination: IpAddress): R | null {
  let best: R | null = null;
  for (const route of table) {
    if (!containsAddress(route.destination, destination)) continue;
    if (best === null || isPreferred(route, best)) best = route;
  }
  return best;
}

const isPreferred = (a: Route, b: Route): boolean =>
  a.destination.length === b.destination.length
    ? a.metric < b.metric
    : a.destination.length > b.destination.length;

/** The rows that the addresses of the interfaces make by themselves: one for each network on a link that is up. */
export const connectedRoutes = (interfaces: readonly NetworkInterface[]): Route[] =>
  interfaces
    .filter(({ up }) => up)
    .flatMap((at) =>
      connectedPrefixes(at).map((destination): Route => ({
        kind: "unicast",
        destination,
        metric: 0,
        gateway: null,
        interface: at.name,
      })),
    );
