import { subnetOf } from "../stack/subnets.ts";
import type { IpAddress, Prefix } from "../wire/prefix.ts";

/** How a node gives its Pods addresses out of its block (CNI SPEC, « IPAM »; the plugin host-local). */

export type IpamState = {
  readonly subnet: Prefix;
  /** The address of the node's own end, which no Pod gets. */
  readonly gateway: IpAddress;
  /** By container. */
  readonly leases: ReadonlyMap<string, IpAddress>;
  /**
   * Where the search for a free address begins: `lowest` always at the first; `round-robin` behind the last that was
   * given, as host-local, so that an address that was just freed is not soon another's.
   */
  readonly order: "lowest" | "round-robin";
  /** The last address that was given, whoever has it now; null before the first. */
  readonly last: bigint | null;
};

export type IpamCommand = { readonly op: "ADD" | "DEL"; readonly container: string };

export type IpamStep = {
  readonly state: IpamState;
  /** What the container has now. */
  readonly address: IpAddress | null;
  readonly error?: "exhausted";
};

/**
 * ADD gives a free address that a host can have; a container that has one gets the same again. DEL frees it, and is no
 * error where there is nothing to free (CNI SPEC, « DEL »: plugins should complete it without error then).
 */
export function ipam(state: IpamState, { op, container }: IpamCommand): IpamStep {
  const { leases, subnet } = state;
  if (op === "DEL") {
    const left = new Map([...leases].filter(([name]) => name !== container));
    return { state: { ...state, leases: left }, address: null };
  }
  const held = leases.get(container);
  if (held !== undefined) return { state, address: held };
  const free = nextFree(state);
  if (free === null) return { state, address: null, error: "exhausted" };
  const address = { version: subnet.version, value: free };
  return { state: { ...state, leases: new Map(leases).set(container, address), last: free }, address };
}

/** Around the subnet once, from where the search begins. Of IPv6 the first address is left out too, as host-local does. */
function nextFree({ subnet, gateway, leases, order, last }: IpamState): bigint | null {
  const taken = new Set([gateway.value, ...[...leases.values()].map(({ value }) => value)]);
  const range = subnetOf(subnet);
  const first = subnet.version === 6 && subnet.length < 127 ? range.first + 1n : range.first;
  const size = range.last - first + 1n;
  const start = order === "round-robin" && last !== null ? last + 1n - first : 0n;
  // With n taken, one of n + 1 addresses is free, if there are so many.
  for (let step = 0n; step < size && step <= BigInt(taken.size); step++) {
    const address = first + ((start + step) % size);
    if (!taken.has(address)) return address;
  }
  return null;
}
