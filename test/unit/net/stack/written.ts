import type { NetworkInterface } from "#net/stack/network-interface.ts";
import type { RefusingKind, Route } from "#net/stack/routing-table.ts";
import {
  parseAddressWithLength,
  parseIpAddress,
  parsePrefix,
  type IpAddress,
  type Prefix,
} from "#net/wire/prefix.ts";

/** Addresses, interfaces and routes as tests write them. */
const must = <T>(value: T | null, text: string): T => {
  if (value === null) throw new Error(text);
  return value;
};

export const ip = (text: string): IpAddress => must(parseIpAddress(text), text);
export const prefix = (text: string): Prefix => must(parsePrefix(text), text);

/** `link("eth0", "192.168.100.10/24")`: an interface that is up. */
export const link = (name: string, ...addresses: string[]): NetworkInterface => ({
  name,
  up: true,
  addresses: addresses.map((text) => must(parseAddressWithLength(text), text)),
});

export const via = (
  destination: string,
  gateway: string | null,
  name: string,
  metric = 0,
): Route & { kind: "unicast" } => ({
  kind: "unicast",
  destination: prefix(destination),
  gateway: gateway === null ? null : ip(gateway),
  interface: name,
  metric,
});

export const refusing = (kind: RefusingKind, destination: string): Route => ({
  kind,
  destination: prefix(destination),
  metric: 0,
});
