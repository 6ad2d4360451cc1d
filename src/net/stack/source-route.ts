import { readU32, readU8, writeU32, writeU8 } from "../bytes/big-endian.ts";
import type { Ipv4Address } from "../wire/address.ts";
import { ipv4OptionType, parseIpv4Options, type PlacedIpv4Option } from "../wire/ipv4-options.ts";
import type { Ipv4Packet } from "../wire/ipv4.ts";

/** Loose and Strict Source Route (RFC 791 §3.1): type, length, pointer, then addresses still to visit or recorded. */
export type SourceRoute = {
  readonly option: PlacedIpv4Option;
  readonly strict: boolean;
  /** The pointer, from the start of the option, whose first byte is 1. */
  readonly pointer: number;
  /** Where to next; null when the route is used up. */
  readonly next: Ipv4Address | null;
};

/** The source route of a packet whose options are sound, or null. */
export function sourceRouteOf(options: Uint8Array): SourceRoute | null {
  const parsed = parseIpv4Options(options);
  const option = parsed.ok ? parsed.value.find(({ type }) => isSourceRoute(type)) : undefined;
  if (option === undefined) return null;
  const pointer = readU8(option.data, 0);
  const rest = pointer + 3 <= option.length;
  return {
    option,
    strict: option.type === ipv4OptionType.strictSourceRoute,
    pointer,
    next: rest ? readU32(options, option.offset + pointer - 1) : null,
  };
}

const isSourceRoute = (type: number): boolean =>
  type === ipv4OptionType.looseSourceRoute || type === ipv4OptionType.strictSourceRoute;

/**
 * Where an error about a packet goes: to its source, or, where a source route was followed, back along the addresses
 * that it has recorded (RFC 1812 §4.3.2.6).
 */
export function returnRoute({ source, options }: Ipv4Packet): {
  readonly destination: Ipv4Address;
  readonly options: Uint8Array;
} {
  const route = sourceRouteOf(options);
  const recorded: Ipv4Address[] = [];
  if (route !== null) {
    const { option, pointer } = route;
    for (let at = 4; at + 3 < pointer && at + 3 <= option.length; at += 4) {
      recorded.push(readU32(options, option.offset + at - 1));
    }
  }
  const [destination, ...others] = recorded.reverse();
  if (route === null || destination === undefined) return { destination: source, options: new Uint8Array() };
  const rest = [...others, source];
  const back = new Uint8Array(3 + 4 * rest.length);
  writeU8(back, 0, route.option.type);
  writeU8(back, 1, back.length);
  writeU8(back, 2, 4);
  for (const [i, address] of rest.entries()) writeU32(back, 3 + 4 * i, address);
  return { destination, options: back };
}
