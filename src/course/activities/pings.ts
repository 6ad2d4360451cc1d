import { connectedPrefixes } from "../../net/stack/network-interface.ts";
import { lookupRoute, type Route } from "../../net/stack/routing-table.ts";
import { tracePath, type PathNetwork, type PathNode, type PathOutcome } from "../../net/stack/trace-path.ts";
import { equalPrefixes, type IpAddress } from "../../net/wire/prefix.ts";

/** Where pings go from and to: a machine and the address that it answers by. */
export type PingEnd = { readonly node: string; readonly address: IpAddress };

/** What became of a ping: the request, and the answer if the request arrived. */
export type Ping = {
  readonly from: PingEnd;
  readonly to: PingEnd;
  /** Null when the answer came back. */
  readonly death: Death | null;
};

export type Death = {
  readonly way: "there" | "back";
  readonly outcome: Exclude<PathOutcome, "delivered">;
  /** Every machine that had the packet, the sender first; it dies at the last. */
  readonly path: readonly string[];
};

/** A ping from every end to every other, over and back (RFC 792). */
export const pingAll = (network: PathNetwork, ends: readonly PingEnd[]): Ping[] =>
  ends.flatMap((from) => ends.filter((to) => to !== from).map((to) => ping(network, from, to)));

function ping(network: PathNetwork, from: PingEnd, to: PingEnd): Ping {
  const death = send(network, from, to, "there") ?? send(network, to, from, "back");
  return { from, to, death };
}

function send(network: PathNetwork, from: PingEnd, to: PingEnd, way: Death["way"]): Death | null {
  const { hops, outcome } = tracePath(network, from.node, to.address);
  return outcome === "delivered" ? null : { way, outcome, path: [from.node, ...hops] };
}

/**
 * A machine that knows what its table says and nothing else: where the table lacks the row of a network that an
 * interface is in, the row that would speak instead does, or none.
 */
export function withTable(node: PathNode, table: readonly Route[]): PathNode {
  const first = table.map((route): Route => ({ ...route, metric: -1 }));
  const lacking = node.interfaces
    .flatMap(connectedPrefixes)
    .filter((prefix) => !table.some(({ destination }) => equalPrefixes(destination, prefix)));
  const instead = lacking.map((destination): Route => {
    const wider = table.filter((route) => route.destination.length < destination.length);
    const route = lookupRoute(wider, { version: destination.version, value: destination.network });
    return route === null
      ? { kind: "unreachable", destination, metric: -1 }
      : { ...route, destination, metric: -1 };
  });
  return { ...node, routes: [...first, ...instead] };
}
