import type { Ipv4Address } from "../wire/address.ts";
import type { RealServer } from "./ipvs-service.ts";

/**
 * sh: the client's address alone chooses one of 256 buckets, so a client always finds the same server. The buckets are
 * dealt out in the order of the list, to each server as many in a row as its weight. A bucket whose server has weight 0
 * answers nobody. Index, or null.
 */
export function sourceHash(servers: readonly RealServer[], client: Ipv4Address): number | null {
  // Weight 0 still has its bucket.
  const deal = servers.flatMap(({ weight }, index) => Array<number>(Math.max(1, weight)).fill(index));
  const owner = deal[bucketOf(client) % deal.length];
  return owner === undefined || servers[owner]?.weight === 0 ? null : owner;
}

/** The upper eight bits of the address times 0x61c88647 (Knuth's multiplicative hash, the golden ratio), modulo 2^32. */
const bucketOf = (client: Ipv4Address): number => Math.imul(client, 0x61c88647) >>> 24;
