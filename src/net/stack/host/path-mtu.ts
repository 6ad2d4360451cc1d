import { formatIpAddress, type IpAddress } from "../../wire/prefix.ts";

/** What was learned of the paths, by the text of the destination. `until` in ms. */
export type PathMtuCache = ReadonlyMap<string, { readonly mtu: number; readonly until: number }>;

/** A path may have grown: after ten minutes one tries again (RFC 1191 §6.3, RFC 8201 §4). In ms. */
export const pathMtuLifetime = 600_000;

/** What every link carries: a smaller MTU is not believed (RFC 1191 §3, RFC 8201 §4). In bytes. */
const least = { 4: 68, 6: 1280 } as const;

/** How long a packet to that destination may be, in bytes, if the first link takes `linkMtu`. */
export function pathMtu(cache: PathMtuCache, destination: IpAddress, linkMtu: number, now: number): number {
  const known = cache.get(formatIpAddress(destination));
  return known === undefined || known.until <= now ? linkMtu : Math.min(known.mtu, linkMtu);
}

/** Takes in what an ICMP error says; null when it is no news: the estimate only ever falls (RFC 1191 §3). */
export function learnPathMtu(
  cache: PathMtuCache,
  destination: IpAddress,
  mtu: number,
  now: number,
): PathMtuCache | null {
  const known = cache.get(formatIpAddress(destination));
  if (mtu < least[destination.version]) return null;
  if (known !== undefined && known.until > now && known.mtu <= mtu) return null;
  return new Map(cache).set(formatIpAddress(destination), { mtu, until: now + pathMtuLifetime });
}
