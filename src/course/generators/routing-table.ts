import { array, boolean, constantFrom, integer, oneof, record, tuple, type Arbitrary } from "fast-check";
import { formatIpv4Address, parseIpv4Address } from "../../net/wire/address.ts";
import { parseAddressWithLength } from "../../net/wire/prefix.ts";
import { ipv4AddressNumber, towardAddress } from "./ipv4-address.ts";
import { simplerLists } from "./lists.ts";
import { mapAddresses } from "./renumber.ts";
import { preferring, simplifyRecord, smallerNumbers, type Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

export type RouteQuery = [table: Route[], dst: Ip];

const lengths = oneof(
  constantFrom(0, 8, 16, 24, 32),
  constantFrom(1, 4, 12, 17, 20, 23, 25, 27, 30, 31),
  integer({ min: 0, max: 32 }),
);

/** A row that holds the destination, or misses it by one bit, or has nothing to do with it. */
const rowSketch = record({
  length: lengths,
  place: constantFrom("holds", "holds", "holds", "misses", "elsewhere"),
  missedBit: integer({ min: 0, max: 31 }),
  elsewhere: ipv4AddressNumber,
  hostBits: oneof(boolean(), constantFrom(false)),
  gateway: constantFrom("192.168.100.1", "192.168.100.2", "10.9.9.9", null),
  iface: constantFrom("eth0", "eth1"),
  metric: constantFrom(0, 0, 10, 100, 600),
  /** Whether to the same prefix as the row before. */
  again: oneof(boolean(), constantFrom(false, false)),
});

const queries: Arbitrary<RouteQuery> = tuple(ipv4AddressNumber, array(rowSketch, { maxLength: 7 })).map(
  ([dst, sketches]) => {
    const table: Route[] = [];
    for (const { length, place, missedBit, elsewhere, hostBits, again, ...rest } of sketches) {
      const flip = length === 0 ? 0 : 2 ** (31 - (missedBit % length));
      const address = place === "elsewhere" ? elsewhere : place === "misses" ? (dst ^ flip) >>> 0 : dst;
      const before = table.at(-1)?.dest;
      const dest = again && before !== undefined ? before : `${formatIpv4Address(address)}/${length}`;
      table.push({ dest: hostBits ? dest : withoutHostBits(dest), ...rest });
    }
    return [table, formatIpv4Address(dst)];
  },
);

/** Where a shrunk query asks to go. */
const simplestDestination = "10.1.2.3";

/**
 * Routing tables with overlapping prefixes, and a destination. Shrinks by dropping rows, to the destination 10.1.2.3, to
 * prefixes of whole bytes, one gateway, one interface and metric 0.
 *
 * @example
 * generators: { tables: routeQuery(accepts) }
 */
export const routeQuery = (accepts: (args: readonly unknown[]) => boolean): Arbitrary<RouteQuery> =>
  withShrinks(
    queries.filter(accepts),
    (value): value is RouteQuery => Array.isArray(value) && accepts(value),
    simplerQueries,
  );

function* simplerQueries([table, dst]: RouteQuery): Iterable<RouteQuery> {
  if (dst !== simplestDestination) yield moved([table, dst]);
  for (const simpler of simplerLists(table, (row) => simplifyRecord(row, routeRules))) yield [simpler, dst];
}

/** The same bits agree and differ, seen from 10.1.2.3. */
function moved(query: RouteQuery): RouteQuery {
  const delta = (parseIpv4Address(query[1]) ?? 0) ^ (parseIpv4Address(simplestDestination) ?? 0);
  const [table, dst] = mapAddresses(query, (address) => (address ^ delta) >>> 0);
  return [table.map((row, i) => ({ ...row, gateway: query[0][i]?.gateway ?? null })), dst];
}

const towardDefault: Simplify<Cidr> = {
  simplest: "0.0.0.0/0",
  *smaller(dest) {
    const plain = withoutHostBits(dest);
    if (plain !== dest) yield plain;
    const [address, length] = split(dest);
    for (const rounder of preferring([0, 8, 16, 24, 32]).smaller(length)) {
      yield withoutHostBits(`${formatIpv4Address(address)}/${rounder}`);
    }
    for (const smaller of towardAddress(0).smaller(address)) yield `${formatIpv4Address(smaller)}/${length}`;
  },
};

/** For the rows of any table. */
export const routeRules: { readonly [K in keyof Route]: Simplify<Route[K]> } = {
  dest: towardDefault,
  gateway: preferring<Ip | null>(["192.168.100.1", null]),
  iface: preferring(["eth0"]),
  metric: preferring([0, 10], smallerNumbers),
};

export function withoutHostBits(dest: Cidr): Cidr {
  const [address, length] = split(dest);
  const size = 2 ** (32 - length);
  return `${formatIpv4Address(Math.floor(address / size) * size)}/${length}`;
}

function split(dest: Cidr): [address: number, length: number] {
  const parsed = parseAddressWithLength(dest);
  return [Number(parsed?.address.value ?? 0n), parsed?.length ?? 0];
}
