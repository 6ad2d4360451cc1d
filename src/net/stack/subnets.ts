import {
  addressBits,
  equalPrefixes,
  isSubnetOf,
  lastOf,
  prefixOf,
  sizeOf,
  type Prefix,
} from "../wire/prefix.ts";

/** Address plans: what a subnet holds, and how networks are cut up and put together (RFC 4632, RFC 950). */

export type Subnet = {
  /** Null where there is none: IPv6, and IPv4 /31 and /32. */
  readonly broadcast: bigint | null;
  readonly first: bigint;
  readonly last: bigint;
  /** Addresses that hosts can have. */
  readonly usable: bigint;
};

/**
 * The addresses of a subnet that hosts can have: all but the first (the network) and the last (the broadcast); both
 * ends of a /31 (RFC 3021), the one of a /32, and every address of an IPv6 prefix.
 */
export function subnetOf(prefix: Prefix): Subnet {
  const first = prefix.network;
  const last = lastOf(prefix);
  if (prefix.version === 6 || prefix.length >= 31) {
    return { broadcast: null, first, last, usable: sizeOf(prefix) };
  }
  return { broadcast: last, first: first + 1n, last: last - 1n, usable: sizeOf(prefix) - 2n };
}

/** The subnets of a longer length, lowest first, one after the other: there may be very many. None if shorter. */
export function* splitPrefix(prefix: Prefix, length: number): Iterable<Prefix> {
  if (length < prefix.length || length > addressBits(prefix.version)) return;
  const step = sizeOf({ ...prefix, length });
  const last = lastOf(prefix);
  for (let network = prefix.network; network <= last; network += step) {
    yield { version: prefix.version, network, length };
  }
}

/** The fewest prefixes that hold the addresses from `first` to `last`, both included, and no other. */
export function rangeToPrefixes(version: 4 | 6, first: bigint, last: bigint): Prefix[] {
  const prefixes: Prefix[] = [];
  let next = first;
  while (next <= last) {
    // As short as the alignment of `next` allows and as what is left still fills.
    let length = addressBits(version);
    while (length > 0) {
      const shorter = prefixOf({ version, value: next }, length - 1);
      if (shorter.network !== next || lastOf(shorter) > last) break;
      length--;
    }
    const prefix = { version, network: next, length };
    prefixes.push(prefix);
    next = lastOf(prefix) + 1n;
  }
  return prefixes;
}

/** The fewest prefixes that hold exactly the addresses of these (one version), lowest first. */
export function aggregate(prefixes: readonly Prefix[]): Prefix[] {
  const sorted = [...prefixes].sort((a, b) =>
    a.network === b.network ? a.length - b.length : a.network < b.network ? -1 : 1,
  );
  const result: Prefix[] = [];
  let start: Prefix | null = null;
  let last = 0n;
  const close = (): void => {
    if (start !== null) result.push(...rangeToPrefixes(start.version, start.network, last));
  };
  for (const prefix of sorted) {
    if (start === null || prefix.network > last + 1n) {
      close();
      start = prefix;
      last = lastOf(prefix);
    } else if (lastOf(prefix) > last) last = lastOf(prefix);
  }
  close();
  return result;
}

/** What is left of a network without one of its subnets, lowest first; null when `minus` does not lie inside. */
export function exclude(prefix: Prefix, minus: Prefix): Prefix[] | null {
  if (!isSubnetOf(minus, prefix)) return null;
  if (equalPrefixes(minus, prefix)) return [];
  return [
    ...rangeToPrefixes(prefix.version, prefix.network, minus.network - 1n),
    ...rangeToPrefixes(prefix.version, lastOf(minus) + 1n, lastOf(prefix)),
  ];
}

/** The longest prefix that holds all of these (one version, at least one). */
export function spanning(prefixes: readonly [Prefix, ...Prefix[]]): Prefix {
  const { version } = prefixes[0];
  let wide = prefixes[0];
  for (const prefix of prefixes) {
    while (!isSubnetOf(prefix, wide)) wide = prefixOf({ version, value: wide.network }, wide.length - 1);
  }
  return wide;
}

/** The longest IPv4 length whose subnet has room for so many hosts and `reserved` other addresses; null if none has. */
export function smallestPrefix(hosts: number, reserved: number): number | null {
  for (let length = 32; length >= 0; length--) if (2 ** (32 - length) >= hosts + reserved) return length;
  return null;
}

/**
 * A plan with subnets of different lengths (VLSM, RFC 1009 §2.3.1): the largest first, each at the lowest address that
 * is free. Each has room for its hosts, network and broadcast, and is at least a /30. The subnets come in the order of
 * `hosts`; null when they do not fit.
 */
export function planSubnets(network: Prefix, hosts: readonly number[]): Prefix[] | null {
  const wanted = hosts.map((count, index) => ({
    index,
    length: Math.min(30, smallestPrefix(count, 2) ?? -1),
  }));
  // Largest first keeps every start aligned: each subnet begins where one at least as large ended.
  wanted.sort((a, b) => a.length - b.length || a.index - b.index);
  const plan: Prefix[] = [];
  let next = network.network;
  for (const { index, length } of wanted) {
    if (length < network.length) return null;
    const subnet = { version: network.version, network: next, length };
    next = lastOf(subnet) + 1n;
    if (next > lastOf(network) + 1n) return null;
    plan[index] = subnet;
  }
  return plan;
}
