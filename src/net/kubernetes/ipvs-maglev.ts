import type { Ipv4Address } from "../wire/address.ts";
import { gcdOfWeights, maxWeight, type RealServer } from "./ipvs-service.ts";
import { sipHash13 } from "./siphash.ts";

/** A prime: every step size then visits every place. The kernel's own choice of size. */
const places = 4093;
/** No server gets more turns in a row than fit six bits. */
const turnBits = 6;
const firstKey = 2654435761n;
const secondKey = 2654446892n;

/**
 * mh, Maglev hashing (Eisenbud and others, NSDI 2016, §3.4): a table of 4093 places in which every server has about its
 * share, and most places keep their server when another server goes. The client's address chooses the place.
 *
 * @returns Index, or null when every weight is 0.
 */
export const maglevHash = (servers: readonly RealServer[], client: Ipv4Address): number | null =>
  lookupTable(servers)[hash(client, 0, firstKey) % places] ?? null;

/**
 * Which server (its index) has which place. In turn, each takes the next free place of its own permutation of the table:
 * offset, offset + skip, offset + 2 · skip… A server of weight w has w turns at once. Empty when every weight is 0.
 */
export function lookupTable(servers: readonly RealServer[]): readonly number[] {
  const divisor = gcdOfWeights(servers);
  if (divisor === 0) return [];
  const shift = Math.max(0, 32 - Math.clz32(maxWeight(servers) / divisor) - turnBits);
  const takers = servers.map(({ address, port, weight }) => ({
    place: hash(address, port, firstKey) % places,
    skip: (hash(address, port, secondKey) % (places - 1)) + 1,
    turns: weight === 0 ? 0 : Math.max(1, (weight / divisor) >> shift),
  }));
  const table = Array<number>(places).fill(-1);
  for (let filled = 0; filled < places;) {
    for (const [index, taker] of takers.entries()) {
      for (let turn = 0; turn < taker.turns && filled < places; turn++, filled++) {
        while (table[taker.place] !== -1) taker.place = (taker.place + taker.skip) % places;
        table[taker.place] = index;
      }
    }
  }
  return table;
}

/** The low 32 bits of SipHash-1-3 over address + port. */
const hash = (address: Ipv4Address, port: number, key: bigint): number =>
  Number(sipHash13((address + port) >>> 0, key) & 0xffff_ffffn);
