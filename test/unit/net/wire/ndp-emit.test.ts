import {
  bigInt,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  array,
  uint8Array,
  option,
} from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { parseIpv6Address } from "#net/wire/ipv6-address.ts";
import { emitNdpBody } from "#net/wire/ndp-emit.ts";
import {
  linkLayerOption,
  mtuOption,
  prefixInformationOption,
  recursiveDnsOption,
  redirectedHeaderOption,
  redirectedPacket,
} from "#net/wire/ndp-option-data.ts";
import { linkLayerAddress, linkMtu, prefixInformation, recursiveDnsServers } from "#net/wire/ndp-options.ts";
import { parseNdp, type NdpMessage } from "#net/wire/ndp.ts";
import { holds } from "../holds.ts";
import { valueOf } from "../vectors.ts";

const u = (bits: number) => integer({ min: 0, max: 2 ** bits - 1 });
const address = bigInt({ min: 0n, max: (1n << 128n) - 1n });

test("a router advertisement as RFC 4861 §4.2 draws it", () => {
  const body = emitNdpBody({
    kind: "router-advertisement",
    curHopLimit: 64,
    managed: false,
    other: true,
    preference: 1,
    routerLifetime: 1800,
    reachableTime: 30_000,
    retransTimer: 1000,
    options: [valueOf(mtuOption(1500))],
  });
  expect(toHex(valueOf(body))).toBe("40480708000075300000" + "03e8" + "05010000" + "000005dc");
});

test("what an option says reads back", () => {
  holds(
    property(u(48), u(32), constantFrom(1, 2), (mac, mtu, type) => {
      expect(linkLayerAddress(valueOf(linkLayerOption(type, mac)))).toBe(mac);
      expect(linkMtu(valueOf(mtuOption(mtu)))).toBe(mtu);
    }),
  );
  const information = record({
    prefix: address,
    prefixLength: integer({ min: 0, max: 128 }),
    onLink: boolean(),
    autonomous: boolean(),
    validLifetime: u(32),
    preferredLifetime: u(32),
  });
  const resolvers = record({ lifetime: u(32), servers: array(address, { minLength: 1, maxLength: 4 }) });
  holds(
    property(information, resolvers, (prefix, dns) => {
      expect(prefixInformation(valueOf(prefixInformationOption(prefix)))).toEqual(prefix);
      expect(recursiveDnsServers(valueOf(recursiveDnsOption(dns)))).toEqual(dns);
    }),
  );
});

test("a redirected header holds as much of the packet as there is room for, in units of 8", () => {
  holds(
    property(uint8Array({ maxLength: 100 }), integer({ min: 8, max: 120 }), (packet, room) => {
      const made = redirectedHeaderOption(packet, room);
      const quoted = redirectedPacket(made) ?? packet;
      expect((made.data.length + 2) % 8).toBe(0);
      expect(made.data.length + 2).toBeLessThanOrEqual(room);
      const kept = Math.min(packet.length, quoted.length);
      expect(quoted.subarray(0, kept)).toEqual(packet.subarray(0, kept));
      if (quoted.length < packet.length) expect(made.data.length + 2).toBeGreaterThan(room - 8);
    }),
  );
});

const six = parseIpv6Address("2001:db8::1") ?? 0n;
const advertisement: NdpMessage = {
  kind: "router-advertisement",
  curHopLimit: 0,
  managed: false,
  other: false,
  preference: 0,
  routerLifetime: 0,
  reachableTime: 0,
  retransTimer: 0,
  options: [],
};
const information = {
  prefix: six,
  prefixLength: 64,
  onLink: true,
  autonomous: true,
  validLifetime: 1,
  preferredLifetime: 1,
};
const beyond = 1n << 128n;
test.each([
  ["Cur Hop Limit", 4, emitNdpBody({ ...advertisement, curHopLimit: 256 })],
  ["Prf", 5, emitNdpBody({ ...advertisement, preference: 4 })],
  ["Router Lifetime", 6, emitNdpBody({ ...advertisement, routerLifetime: 65_536 })],
  ["Reachable Time", 8, emitNdpBody({ ...advertisement, reachableTime: 2 ** 32 })],
  ["Retrans Timer", 12, emitNdpBody({ ...advertisement, retransTimer: -1 })],
  ["Length", 17, emitNdpBody({ ...advertisement, options: [{ type: 1, data: new Uint8Array(5) }] })],
  ["Target Address", 8, emitNdpBody({ kind: "redirect", target: beyond, destination: six, options: [] })],
  [
    "Destination Address",
    24,
    emitNdpBody({ kind: "redirect", target: six, destination: beyond, options: [] }),
  ],
  ["Link-Layer Address", 2, linkLayerOption(1, 2 ** 48)],
  ["MTU", 4, mtuOption(2 ** 32)],
  ["Prefix Length", 2, prefixInformationOption({ ...information, prefixLength: 129 })],
  ["Prefix", 16, prefixInformationOption({ ...information, prefix: -1n })],
  ["Valid Lifetime", 4, prefixInformationOption({ ...information, validLifetime: 2 ** 32 })],
  ["Length", 1, recursiveDnsOption({ lifetime: 1, servers: [] })],
  ["Length", 1, recursiveDnsOption({ lifetime: 1, servers: Array.from({ length: 128 }, () => six) })],
  ["Addresses of IPv6 Recursive DNS Servers", 8, recursiveDnsOption({ lifetime: 1, servers: [beyond] })],
])("%s at byte %i: what the wire cannot carry is refused", (field, offset, result) => {
  expect(result).toEqual({ ok: false, error: { code: "out-of-range", offset, field } });
});

test("every message of Neighbor Discovery reads back", () => {
  const options = array(
    record({ type: u(8), units: integer({ min: 1, max: 4 }) }).map(({ type, units }) => ({
      type,
      data: new Uint8Array(units * 8 - 2).fill(type),
    })),
    { maxLength: 3 },
  );
  const message = record({
    advertisement: record({
      curHopLimit: u(8),
      managed: boolean(),
      other: boolean(),
      preference: u(2),
      routerLifetime: u(16),
      reachableTime: u(32),
      retransTimer: u(32),
    }),
    flags: record({ router: boolean(), solicited: boolean(), override: boolean() }),
    target: address,
    destination: option(address, { nil: 7n }),
    options,
  });
  holds(
    property(message, ({ advertisement, flags, target, destination, options }) => {
      const all: readonly (readonly [number, NdpMessage])[] = [
        [133, { kind: "router-solicitation", options }],
        [134, { kind: "router-advertisement", ...advertisement, options }],
        [135, { kind: "neighbor-solicitation", target, options }],
        [136, { kind: "neighbor-advertisement", ...flags, target, options }],
        [137, { kind: "redirect", target, destination, options }],
      ];
      for (const [type, one] of all) {
        const body = valueOf(emitNdpBody(one));
        expect(valueOf(parseNdp({ type, code: 0, checksum: 0, body }))).toEqual(one);
      }
    }),
  );
});
