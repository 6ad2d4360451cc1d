import type { NetworkInterface } from "../../net/stack/network-interface.ts";
import type { Route as NetRoute } from "../../net/stack/routing-table.ts";
import type { PathNetwork, PathNode } from "../../net/stack/trace-path.ts";
import {
  formatIpAddress,
  formatPrefix,
  parseIpAddress,
  parsePrefix,
  type AddressWithLength,
  type IpAddress,
  type Prefix,
} from "../../net/wire/prefix.ts";

/**
 * The hosts, tables and networks of the course's vocabulary, where addresses are text, in the terms of `src/net`. All
 * of them throw a RangeError on text that is no address: what people type is checked before (`accepts`, a form).
 */

export const toAddress = (text: Ip): IpAddress => must(parseIpAddress(text), text);

export const toPrefix = (text: Cidr): Prefix => must(parsePrefix(text), text);

export const toInterface = ({ name, ip, prefix, up, pointToPoint = false }: Iface): NetworkInterface => ({
  name,
  addresses: ip === null ? [] : [toAddressWithLength(ip, prefix)],
  up,
  pointToPoint,
});

/** A gateway "0.0.0.0", as `route -n` prints it, means the same as none: directly connected. */
export const toRoute = ({ dest, gateway, iface, metric }: Route): NetRoute & { kind: "unicast" } => ({
  kind: "unicast",
  destination: toPrefix(dest),
  gateway: gateway === null || gateway === "0.0.0.0" ? null : toAddress(gateway),
  interface: iface,
  metric,
});

export const toNode = ({ ifaces, routes, forwarding }: Host): PathNode => ({
  interfaces: ifaces.map(toInterface),
  routes: routes.map(toRoute),
  forwarding,
});

export const toPathNetwork = (network: Network): PathNetwork =>
  Object.fromEntries(Object.entries(network).map(([name, host]) => [name, toNode(host)]));

const toAddressWithLength = (ip: Ip, length: number): AddressWithLength => ({
  address: toAddress(ip),
  length,
});

function must<T>(value: T | null, text: string): T {
  if (value === null) throw new RangeError(`neither an address nor a prefix: ${text}`);
  return value;
}

/** The other way: a row of a table in the course's vocabulary. */
export const fromRoute = ({
  destination,
  gateway,
  interface: iface,
  metric,
}: NetRoute & { kind: "unicast" }): Route => ({
  dest: formatPrefix(destination),
  gateway: gateway === null ? null : formatIpAddress(gateway),
  iface,
  metric,
});

/** A node as learners' functions see it: IPv4 only, one address an interface, no rows that refuse. */
export const fromNode = ({
  interfaces,
  routes,
  forwarding = false,
}: Pick<PathNode, "interfaces" | "routes"> & { readonly forwarding?: boolean }): Host => ({
  ifaces: interfaces.map(({ name, addresses, up, pointToPoint = false }) => {
    const own = addresses.find(({ address }) => address.version === 4);
    return {
      name,
      ip: own === undefined ? null : formatIpAddress(own.address),
      prefix: own?.length ?? 0,
      up,
      ...(pointToPoint ? { pointToPoint } : {}),
    };
  }),
  routes: routes.flatMap((route) =>
    route.kind === "unicast" && route.destination.version === 4 ? [fromRoute(route)] : [],
  ),
  forwarding,
});
