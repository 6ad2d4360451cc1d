import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";

import { addressClass, defaultPrefixLength } from "#net/wire/address-class.ts";
import { formatIpv4Address, ipv4AddressToBytes, parseIpv4Address } from "#net/wire/address.ts";
import {
  ipv4MulticastMac,
  ipv6MulticastMac,
  linkLocalFromMac,
  solicitedNode,
} from "#net/wire/derived-address.ts";
import { formatIpv6Address, ipv6AddressToBytes, parseIpv6Address } from "#net/wire/ipv6-address.ts";
import { ipv4Mapped, ipv6Multicast, multicastScopeNames, sixToFour, teredo } from "#net/wire/ipv6-scope.ts";
import { formatMac, parseMac } from "#net/wire/mac.ts";
import {
  formatIpAddress,
  formatPrefix,
  parseAddressWithLength,
  prefixOf,
  type Prefix,
} from "#net/wire/prefix.ts";
import { specialPurpose } from "#net/wire/special-purpose.ts";
import { same, vectors, type Suite } from "../suite.ts";

import { address, ipv4, ipv6, must } from "../addresses.ts";
const valid = z.object({
  in: z.string(),
  valid: z.literal(true),
  bytes: z.string(),
  canonical: z.string().nullable(),
});
const invalid = z.object({ in: z.string(), valid: z.literal(false) });
const disputed = z.object({ in: z.string(), valid: z.null() });

const ipv4Text = vectors(z.union([valid.extend({ int: z.int() }), invalid, disputed]), (vector) => {
  if (vector.valid === null) return [];
  const parsed = parseIpv4Address(vector.in);
  if (!vector.valid) return [same("address", null, parsed)];
  return [
    same("address", vector.int, parsed),
    same("bytes", vector.bytes, parsed === null ? null : toHex(ipv4AddressToBytes(parsed))),
    same("text", vector.canonical, parsed === null ? null : formatIpv4Address(parsed)),
  ];
});

const ipv6Text = vectors(z.union([valid, invalid, disputed]), (vector) => {
  if (vector.valid === null) return [];
  const parsed = parseIpv6Address(vector.in);
  if (!vector.valid || parsed === null) return [same("valid", vector.valid, parsed !== null)];
  return [
    same("bytes", vector.bytes, toHex(ipv6AddressToBytes(parsed))),
    // Without a canonical text the oracles differ on it (::1.2.3.4).
    ...(vector.canonical === null ? [] : [same("text", vector.canonical, formatIpv6Address(parsed))]),
  ];
});

const cidrText = vectors(
  z.union([
    z.object({
      in: z.string(),
      valid: z.literal(true),
      address: z.string(),
      prefixLength: z.int(),
      network: z.string(),
      hostBitsZero: z.boolean(),
    }),
    invalid,
    disputed,
  ]),
  (vector) => {
    if (vector.valid === null) return [];
    const parsed = parseAddressWithLength(vector.in);
    if (!vector.valid || parsed === null) return [same("valid", vector.valid, parsed !== null)];
    const network = prefixOf(parsed.address, parsed.length);
    return [
      same("address", vector.address, formatIpAddress(parsed.address)),
      same("prefixLength", vector.prefixLength, parsed.length),
      same("network", vector.network, formatPrefix(network)),
      same("hostBitsZero", vector.hostBitsZero, network.network === parsed.address.value),
    ];
  },
);

const classful = vectors(
  z.object({
    address: z.string(),
    class: z.enum(["A", "B", "C", "D", "E"]).nullable(),
    defaultPrefixLength: z.int().optional(),
  }),
  (vector) => {
    if (vector.class === null) return [];
    const name = addressClass(ipv4(vector.address));
    return [
      same("class", vector.class, name),
      same("default prefix length", vector.defaultPrefixLength ?? null, defaultPrefixLength(name)),
    ];
  },
);

const derived = vectors(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("eui64-link-local"), mac: z.string(), address: z.string() }),
    z.object({
      kind: z.literal("solicited-node"),
      address: z.string(),
      group: z.string(),
      groupMac: z.string(),
    }),
    z.object({ kind: z.literal("ipv4-multicast-mac"), group: z.string(), mac: z.string() }),
    z.object({ kind: z.literal("ipv6-multicast-mac"), group: z.string(), mac: z.string() }),
  ]),
  (vector) => {
    switch (vector.kind) {
      case "eui64-link-local": {
        const mac = must(parseMac(vector.mac), "MAC address");
        return [same("address", vector.address, formatIpv6Address(linkLocalFromMac(mac)))];
      }
      case "solicited-node": {
        const group = solicitedNode(ipv6(vector.address));
        return [
          same("group", vector.group, formatIpv6Address(group)),
          same("MAC address", vector.groupMac, formatMac(ipv6MulticastMac(group))),
        ];
      }
      case "ipv4-multicast-mac":
        return [same("MAC address", vector.mac, formatMac(ipv4MulticastMac(ipv4(vector.group))))];
      case "ipv6-multicast-mac":
        return [same("MAC address", vector.mac, formatMac(ipv6MulticastMac(ipv6(vector.group))))];
    }
  },
);

const special = vectors(
  z.object({
    address: z.string(),
    block: z.string().nullable(),
    name: z.string().nullable(),
    globallyReachable: z.boolean().nullable(),
    ipv4Mapped: z.string().optional(),
    sixToFour: z.string().optional(),
    teredo: z.tuple([z.string(), z.string()]).optional(),
    multicastScope: z.int().optional(),
    multicastScopeName: z.string().nullable().optional(),
    multicastFlags: z.object({ R: z.boolean(), P: z.boolean(), T: z.boolean() }).optional(),
  }),
  (vector) => {
    const where = address(vector.address);
    const row = specialPurpose(where);
    const registry = [
      same("block", vector.block, row === null ? null : formatIpv6Block(row.block)),
      same("name", vector.name, row?.name ?? null),
      same("globallyReachable", vector.globallyReachable, row?.globallyReachable ?? null),
    ];
    if (where.version === 4) return registry;
    const group = ipv6Multicast(where.value);
    const tunnel = teredo(where.value);
    return [
      ...registry,
      same("ipv4Mapped", vector.ipv4Mapped, text4(ipv4Mapped(where.value))),
      same("sixToFour", vector.sixToFour, text4(sixToFour(where.value))),
      same(
        "teredo",
        vector.teredo,
        tunnel === null ? undefined : [text4(tunnel.server), text4(tunnel.client)],
      ),
      same("multicastScope", vector.multicastScope, group?.scope),
      same(
        "multicastScopeName",
        vector.multicastScopeName ?? undefined,
        group === null ? undefined : multicastScopeNames.get(group.scope),
      ),
      same("multicastFlags", vector.multicastFlags, group?.flags),
    ];
  },
);

const text4 = (value: number | null): string | undefined =>
  value === null ? undefined : formatIpv4Address(value);

/** IANA writes the block of mapped addresses in hexadecimal. */
const formatIpv6Block = (block: Prefix): string =>
  formatPrefix(block).replace("::ffff:0.0.0.0/", "::ffff:0:0/");

export const addrText: Readonly<Record<string, Suite>> = {
  "addr/ipv4-text.json": ipv4Text,
  "addr/ipv6-text.json": ipv6Text,
  "addr/cidr-text.json": cidrText,
  "addr/classful.json": classful,
  "addr/eui64-solicited-node.json": derived,
  "addr/special-purpose.json": special,
};
