/** What is wrong with a topology, and where: `nodes[2].interfaces[0].mac`. */
export type TopologyFault = { readonly code: TopologyCode; readonly path: string };

export type TopologyCode =
  | "duplicate-name"
  | "duplicate-mac"
  | "unknown-node"
  | "unknown-interface"
  /** Two links at one interface. */
  | "interface-taken"
  | "address"
  | "prefix"
  | "mac"
  | "mtu"
  | "delay"
  | "loss"
  | "port"
  /** A route that no table takes: see `RouteFault` (stack/route-validity.ts). */
  | "gateway"
  /** An interface outside without an IPv4 address, or a service that no address has. */
  | "nat"
  /** A switch or hub at the end of a link without MAC addresses. */
  | "point-to-point";

/** The second and later of things that have one name. */
export function duplicates(things: readonly { readonly name: string }[], path: string): TopologyFault[] {
  const names = new Set<string>();
  return things.flatMap(({ name }, i): TopologyFault[] => {
    if (names.has(name)) return [{ code: "duplicate-name", path: `${path}[${i}].name` }];
    names.add(name);
    return [];
  });
}
