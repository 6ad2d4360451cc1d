import { formatIpv4Address, parseIpv4Address } from "../../net/wire/address.ts";

/**
 * The value with every address in it changed, however deep it lies: `10.0.0.1` and the address of `10.0.0.0/8` alike.
 * Other texts, numbers and the names of members stay.
 */
export function mapAddresses<T>(value: T, change: (address: number) => number): T {
  const map = (inside: unknown): unknown => {
    if (typeof inside === "string") return mapText(inside, change);
    if (Array.isArray(inside)) return inside.map(map);
    if (typeof inside !== "object" || inside === null) return inside;
    return Object.fromEntries(Object.entries(inside).map(([key, member]) => [key, map(member)]));
  };
  // Lists stay lists, objects keep their members and texts stay texts: the type is the same.
  return map(value) as T;
}

function mapText(text: string, change: (address: number) => number): string {
  const [, quad = "", length = ""] = /^([\d.]+)(\/\d+)?$/.exec(text) ?? [];
  const address = parseIpv4Address(quad);
  return address === null ? text : formatIpv4Address(change(address)) + length;
}

/** Moves the addresses of one network into another of the same length, each keeping its host bits. */
export const renumber = <T>(value: T, from: number, to: number, length: number): T => {
  const size = 2 ** (32 - length);
  const network = Math.floor(from / size) * size;
  const target = Math.floor(to / size) * size;
  return mapAddresses(value, (address) =>
    Math.floor(address / size) * size === network ? target + (address - network) : address,
  );
};

/** Gives one machine another address. */
export const readdress = <T>(value: T, from: number, to: number): T =>
  mapAddresses(value, (address) => (address === from ? to : address));
