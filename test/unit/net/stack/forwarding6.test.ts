import { constantFrom, integer, property, record, tuple, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { answerIpv6 } from "#net/stack/ipv6-answers.ts";
import { mayCauseIcmpv6Error } from "#net/stack/icmpv6-error.ts";
import { parseIcmpv6 } from "#net/wire/icmpv6.ts";
import { parseIpv6Address } from "#net/wire/ipv6-address.ts";
import { parseIpv6, type Ipv6Fields } from "#net/wire/ipv6.ts";
import { verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { holds } from "../holds.ts";
import { bytes, valueOf } from "../vectors.ts";
import { forward6, fromE1, router, shown } from "./lab-router.ts";
import { counted, packet6 } from "./packets.ts";

const ip = (text: string): bigint => parseIpv6Address(text) ?? -1n;
const packet = (fields: Partial<Ipv6Fields> & { payload?: Uint8Array } = {}): Uint8Array =>
  packet6({ source: ip("2001:db8:1::1"), destination: ip("2001:db8:b::9"), payload: counted(20), ...fields });

test("what is forwarded differs in the Hop Limit only", () => {
  const fields = record({
    hopLimit: integer({ min: 2, max: 255 }),
    trafficClass: integer({ min: 0, max: 255 }),
    flowLabel: integer({ min: 0, max: 0xfffff }),
    nextHeader: integer({ min: 1, max: 255 }),
    payload: uint8Array({ maxLength: 60 }),
  });
  holds(
    property(fields, uint8Array({ maxLength: 10 }), (fields, trailer) => {
      const came = packet(fields);
      const expected = came.slice();
      expected[7] = fields.hopLimit - 1;
      // Padding of the link stays behind.
      const actions = forward6(new Uint8Array([...came, ...trailer]));
      expect(actions).toMatchObject([{ kind: "send", interface: "e2", packet: expected }]);
    }),
  );
});

test.each([
  ["by its route", {}, ["e2 > 2001:db8:2::1"]],
  ["to a neighbour", { destination: ip("2001:db8:2::77") }, ["e2 > 2001:db8:2::77"]],
  ["hop limit 1", { hopLimit: 1 }, ["error 3/0 > 2001:db8:1::1", "drop ttl"]],
  ["hop limit 1 for the router", { hopLimit: 1, destination: ip("2001:db8:2::fe") }, ["deliver"]],
  ["no route", { destination: ip("2001:db8:c::1") }, ["error 1/0 > 2001:db8:1::1", "drop no-route"]],
  ["prohibited", { destination: ip("2001:db8:f::1") }, ["error 1/1 > 2001:db8:1::1", "drop prohibit"]],
  ["exactly the MTU", { payload: counted(1260) }, ["e2 > 2001:db8:2::1"]],
  ["one more", { payload: counted(1261) }, ["error 2/0 > 2001:db8:1::1", "drop too-big"]],
  ["no source", { source: 0n }, ["drop martian"]],
  ["a group as source", { source: ip("ff02::1") }, ["drop martian"]],
  ["loopback", { destination: 1n }, ["drop martian"]],
  ["a group", { destination: ip("ff0e::1") }, ["drop multicast"]],
  ["link-local source", { source: ip("fe80::1") }, ["drop martian"]],
  ["link-local destination", { destination: ip("fe80::1") }, ["drop martian"]],
  [
    "unknown hop-by-hop option, skip",
    { nextHeader: 0, payload: bytes("11001e0400000000") },
    ["e2 > 2001:db8:2::1"],
  ],
  [
    "unknown hop-by-hop option, discard",
    { nextHeader: 0, payload: bytes("11005e0400000000") },
    ["drop option"],
  ],
  [
    "unknown hop-by-hop option, tell",
    { nextHeader: 0, payload: bytes("11009e0400000000") },
    ["error 4/2 > 2001:db8:1::1", "drop option"],
  ],
  [
    "the same to a group",
    { nextHeader: 0, destination: ip("ff0e::1"), payload: bytes("11009e0400000000") },
    ["error 4/2 > 2001:db8:1::1", "drop option"],
  ],
  [
    "tell, but no group",
    { nextHeader: 0, destination: ip("ff0e::1"), payload: bytes("1100de0400000000") },
    ["drop option"],
  ],
  ["an option beyond its header", { nextHeader: 0, payload: bytes("1100010900000000") }, ["drop option"]],
  [
    "an option for the receiver alone",
    { nextHeader: 60, payload: bytes("11009e0400000000") },
    ["e2 > 2001:db8:2::1"],
  ],
] as const)("%s", (_, fields, expected) => {
  expect(shown(forward6(packet({ ...fields })))).toEqual(expected);
});

test("a host forwards nothing, and nobody forwards what came in a frame for a group", () => {
  expect(shown(forward6(packet(), fromE1, { ...router, forwarding: false }))).toEqual([
    "drop not-forwarding",
  ]);
  expect(shown(forward6(packet(), { ...fromE1, linkBroadcast: true }))).toEqual(["drop link-broadcast"]);
  expect(shown(forward6(packet().subarray(0, 50)))).toEqual(["drop payload-length"]);
});

test("packet too big says the MTU and quotes what fits in 1280 bytes, under a sound checksum", () => {
  const came = packet({ payload: counted(1400) });
  const [error] = forward6(came);
  const carried = valueOf(parseIpv6(error?.kind === "send" ? error.packet : bytes("")));
  expect(carried.payloadLength).toBe(1240);
  expect(verifiesTransportChecksum(carried, 58, carried.payload)).toBe(true);
  const { body } = valueOf(parseIcmpv6(carried.payload));
  expect(body.subarray(0, 4)).toEqual(bytes("00000514"));
  expect(body.subarray(4)).toEqual(came.subarray(0, 1232));
});

// RFC 4443 §2.4 (e).
test.each([
  ["an error", { nextHeader: 58, payload: bytes("0100000000000000") }, false],
  ["an error behind options", { nextHeader: 60, payload: bytes("3a000104000000000100000000000000") }, false],
  ["a redirect", { nextHeader: 58, payload: bytes("8900000000000000") }, false],
  ["an echo request", { nextHeader: 58, payload: bytes("8000000000000000") }, true],
  [
    "a later fragment of ICMPv6",
    { nextHeader: 44, payload: bytes("3a00000800000001" + "8000000000000000") },
    false,
  ],
  ["a group", { destination: ip("ff0e::1") }, false],
  ["no source", { source: 0n }, false],
  ["a group as source", { source: ip("ff02::1") }, false],
] as const)("may cause an error: %s: %s", (_, fields, may) => {
  const came = packet({ ...fields });
  const parsed = valueOf(parseIpv6(came));
  expect(mayCauseIcmpv6Error(fromE1, came, parsed, false)).toBe(may);
  expect(mayCauseIcmpv6Error({ ...fromE1, linkBroadcast: true }, came, parsed, false)).toBe(false);
});

test.each([
  ["a routing header with segments left", 43, "11004d0100000000", "04000000" + "0000002a"],
  ["an unknown protocol", 253, "00", "04010000" + "00000006"],
  ["a hop-by-hop header in the middle", 60, "0000010400000000" + "1100010400000000", "04010000" + "00000028"],
  ["an unknown option", 60, "11000100009e0000", "04020000" + "0000002d"],
])("the router itself: %s", (_, nextHeader, payload, expected) => {
  const answer = answerIpv6(
    router,
    fromE1,
    packet({ destination: ip("2001:db8:2::fe"), nextHeader, payload: bytes(payload) }),
  );
  const carried = valueOf(parseIpv6(answer?.packet ?? bytes("")));
  expect(carried.source).toBe(ip("2001:db8:2::fe"));
  const message = carried.payload.slice(0, 8);
  message.fill(0, 2, 4);
  expect(message).toEqual(bytes(expected));
});

test("the router itself: silent are fragments, the end of the chain, a routing header that is used up", () => {
  const answer = (nextHeader: number, payload: string) =>
    answerIpv6(
      router,
      fromE1,
      packet({ destination: ip("2001:db8:2::fe"), nextHeader, payload: bytes(payload) }),
    );
  expect(answer(44, "1100000100000001" + "0035003500080000")).toBeNull();
  expect(answer(59, "0102")).toBeNull();
  expect(answer(43, "3b004d0000000000")).toBeNull();
  // Without a checksum over IPv6 (RFC 8200 §8.1).
  expect(answer(17, "0035003500080000")).toBeNull();
});

test("nothing throws, whatever comes, and every packet that is sent parses", () => {
  const chain = tuple(constantFrom(0, 6, 17, 43, 44, 51, 58, 59, 60), uint8Array({ maxLength: 80 }));
  const destination = constantFrom("2001:db8:2::fe", "2001:db8:b::9", "ff02::1").map(ip);
  holds(
    property(chain, destination, uint8Array({ maxLength: 60 }), ([nextHeader, payload], destination, raw) => {
      for (const came of [packet({ nextHeader, payload, destination }), raw]) {
        for (const action of forward6(came)) {
          const sent = action.kind === "deliver" ? answerIpv6(router, fromE1, action.packet) : action;
          if (sent?.kind === "send") expect(parseIpv6(sent.packet).ok).toBe(true);
        }
      }
    }),
    800,
  );
});
