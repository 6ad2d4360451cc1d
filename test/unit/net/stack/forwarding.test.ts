import { constantFrom, integer, property, record, tuple, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { answerIpv4 } from "#net/stack/ipv4-answers.ts";
import { mayCauseIcmpv4Error } from "#net/stack/icmpv4-error.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { updateChecksum } from "#net/wire/checksum.ts";
import { parseIcmpv4 } from "#net/wire/icmpv4.ts";
import { parseIpv4, type Ipv4Fields } from "#net/wire/ipv4.ts";
import { holds } from "../holds.ts";
import { bytes, valueOf } from "../vectors.ts";
import { forward4, fromE1, router, shown } from "./lab-router.ts";
import { counted, packet4 } from "./packets.ts";

const ip = (text: string): number => parseIpv4Address(text) ?? -1;
const packet = (fields: Partial<Ipv4Fields> & { payload?: Uint8Array } = {}): Uint8Array =>
  packet4({ source: ip("10.1.0.1"), destination: ip("203.0.113.9"), payload: counted(20), ...fields });
const sentPacket = (bytes: Uint8Array, i = 0): Uint8Array => {
  const action = forward4(bytes)[i];
  if (action?.kind !== "send") throw new Error("not sent");
  return action.packet;
};

test("what is forwarded differs in TTL and checksum only, and the checksum is the one of RFC 1624", () => {
  const fields = record({
    ttl: integer({ min: 2, max: 255 }),
    identification: integer({ min: 0, max: 0xffff }),
    dscp: integer({ min: 0, max: 63 }),
    protocol: integer({ min: 2, max: 255 }),
    payload: uint8Array({ maxLength: 60 }),
    host: integer({ min: 1, max: 254 }),
  });
  holds(
    property(fields, ({ host, ...rest }) => {
      const came = packet({ ...rest, destination: ip("203.0.113.0") + host });
      const left = sentPacket(came);
      const [before, after] = [valueOf(parseIpv4(came)), valueOf(parseIpv4(left))];
      const words = [(rest.ttl << 8) | rest.protocol, ((rest.ttl - 1) << 8) | rest.protocol] as const;
      expect(after).toEqual({
        ...before,
        ttl: rest.ttl - 1,
        checksum: updateChecksum(before.checksum, ...words),
      });
    }),
  );
});

test("one wrong bit in the header, and the packet goes nowhere and causes nothing", () => {
  const came = packet();
  for (let bit = 0; bit < 160; bit++) {
    const wrong = came.slice();
    wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
    expect(shown(forward4(wrong)), `bit ${bit}`).toEqual([expect.stringMatching(/^drop /)]);
  }
});

test.each([
  ["by its route", {}, ["e2 > 10.2.0.1"]],
  ["to a neighbour", { destination: ip("10.2.0.77") }, ["e2 > 10.2.0.77"]],
  ["TTL 2 leaves with 1", { ttl: 2 }, ["e2 > 10.2.0.1"]],
  ["TTL 1 dies here", { ttl: 1 }, ["error 11/0 > 10.1.0.1", "drop ttl"]],
  ["TTL 0 dies here", { ttl: 0 }, ["error 11/0 > 10.1.0.1", "drop ttl"]],
  ["TTL 1 for the router itself", { ttl: 1, destination: ip("10.2.0.254") }, ["deliver"]],
  ["no route", { destination: ip("8.8.8.8") }, ["error 3/0 > 10.1.0.1", "drop no-route"]],
  [
    "no route comes before TTL",
    { destination: ip("8.8.8.8"), ttl: 1 },
    ["error 3/0 > 10.1.0.1", "drop no-route"],
  ],
  ["blackhole", { destination: ip("198.51.100.1") }, ["drop blackhole"]],
  ["exactly the MTU", { payload: counted(1280), df: true }, ["e2 > 10.2.0.1"]],
  ["one more with DF", { payload: counted(1281), df: true }, ["error 3/4 > 10.1.0.1", "drop too-big"]],
  ["one more without DF", { payload: counted(1281) }, ["e2 > 10.2.0.1", "e2 > 10.2.0.1"]],
  ["back where it came from", { destination: ip("192.0.2.1") }, ["error 5/1 > 10.1.0.1", "e1 > 10.1.0.2"]],
  ["the same from elsewhere", { source: ip("203.0.113.5"), destination: ip("192.0.2.1") }, ["e1 > 10.1.0.2"]],
  ["loopback source", { source: ip("127.0.0.1") }, ["drop martian"]],
  ["no source", { source: 0 }, ["drop martian"]],
  ["the router's own source", { source: ip("10.2.0.254") }, ["drop martian"]],
  ["a group as source", { source: ip("224.0.0.1") }, ["drop martian"]],
  ["loopback destination", { destination: ip("127.0.0.1") }, ["drop martian"]],
  ["a group", { destination: ip("239.1.1.1") }, ["drop multicast"]],
  ["all on this link", { destination: ip("255.255.255.255") }, ["deliver"]],
  ["all on another link", { destination: ip("10.2.0.255") }, ["deliver"]],
] as const)("%s", (_, fields, expected) => {
  expect(shown(forward4(packet(fields)))).toEqual(expected);
});

test("a host forwards nothing, and nobody forwards what came in a frame for all", () => {
  expect(shown(forward4(packet(), fromE1, { ...router, forwarding: false }))).toEqual([
    "drop not-forwarding",
  ]);
  const own = packet({ destination: ip("10.1.0.254") });
  expect(shown(forward4(own, fromE1, { ...router, forwarding: false }))).toEqual(["deliver"]);
  expect(shown(forward4(packet({ ttl: 1 }), { ...fromE1, linkBroadcast: true }))).toEqual([
    "drop link-broadcast",
  ]);
});

test("the error says the MTU, comes from the way out, and quotes up to 576 bytes in all", () => {
  const came = packet({ payload: counted(1400), df: true });
  const error = sentPacket(came);
  const { source, destination, totalLength, payload } = valueOf(parseIpv4(error));
  expect([source, destination, totalLength]).toEqual([ip("10.1.0.254"), ip("10.1.0.1"), 576]);
  const { rest, data } = valueOf(parseIcmpv4(payload));
  expect(rest).toBe(1300);
  expect(data).toEqual(came.subarray(0, 548));
});

// RFC 1812 §4.3.2.7, line by line; each would otherwise cause "time exceeded".
test.each([
  ["an ICMP error", { protocol: 1, payload: bytes("0300000000000000") }, false],
  ["an ICMP redirect", { protocol: 1, payload: bytes("0500000000000000") }, false],
  ["an echo request", { protocol: 1, payload: bytes("0800000000000000") }, true],
  ["the first fragment", { mf: true }, true],
  ["a later fragment", { fragmentOffset: 64 }, false],
  ["a group", { destination: ip("224.0.0.9") }, false],
  ["all", { destination: ip("255.255.255.255") }, false],
  ["all on a link", { destination: ip("10.2.0.255") }, false],
  ["from 0.0.0.0", { source: 0 }, false],
  ["from loopback", { source: ip("127.1.1.1") }, false],
  ["from a group", { source: ip("224.0.0.9") }, false],
  ["from a broadcast address", { source: ip("10.1.0.255") }, false],
  ["from class E", { source: ip("240.0.0.1") }, false],
] as const)("may cause an error: %s: %s", (_, fields, may) => {
  const parsed = valueOf(parseIpv4(packet({ ...fields })));
  expect(mayCauseIcmpv4Error(router, fromE1, parsed)).toBe(may);
  expect(mayCauseIcmpv4Error(router, { ...fromE1, linkBroadcast: true }, parsed)).toBe(false);
});

const optionsAfter = (options: string, fields = {}): Uint8Array =>
  valueOf(parseIpv4(sentPacket(packet({ options: bytes(options), ...fields })))).options;

test("record route: the address of the way out, while there is room", () => {
  expect(optionsAfter("070b04000000000000000000")).toEqual(bytes("070b080a0200fe0000000000"));
  expect(optionsAfter("070b080a0909090000000000")).toEqual(bytes("070b0c0a0909090a0200fe00"));
  expect(optionsAfter("070b0c0a0909090a09090800")).toEqual(bytes("070b0c0a0909090a09090800"));
});

test("timestamp: time alone, with address, for whom it names; overflow is counted", () => {
  expect(optionsAfter("440805000000000000000000")).toEqual(bytes("440809000102030400000000"));
  expect(optionsAfter("440c05010000000000000000")).toEqual(bytes("440c0d010a0100fe01020304"));
  expect(optionsAfter("440c05030a0200fe00000000")).toEqual(bytes("440c0d030a0200fe01020304"));
  expect(optionsAfter("440c0503c000020100000000")).toEqual(bytes("440c0503c000020100000000"));
  expect(optionsAfter("440809001111111100000000")).toEqual(bytes("440809101111111100000000"));
});

test.each([
  ["a length beyond the options", "07270400", 20],
  ["a pointer before the first slot", "0707030000000000", 22],
  ["a pointer that leaves no whole slot", "0707050000000000", 22],
  ["a timestamp without flags", "44030500", 21],
  ["a sixteenth host without room", "440809f011111111", 23],
  ["a second option", "0101070400000000", 24],
])("parameter problem: %s", (_, options, pointer) => {
  const actions = forward4(packet({ options: bytes(options) }));
  expect(shown(actions)).toEqual(["error 12/0 > 10.1.0.1", "drop option"]);
  const [error] = actions;
  const payload = error?.kind === "send" ? valueOf(parseIpv4(error.packet)).payload : bytes("");
  expect(valueOf(parseIcmpv4(payload)).rest >>> 24).toBe(pointer);
});

const routed = (options: string, destination = "10.1.0.254") =>
  packet({ destination: ip(destination), options: bytes(options) });

test("a source route names the next destination and records the way out", () => {
  const left = valueOf(parseIpv4(sentPacket(routed("830b040a020001cb00710900"))));
  expect([left.destination, left.options]).toEqual([ip("10.2.0.1"), bytes("830b080a0200fecb00710900")]);
  // Somebody else's turn: only looked up by the destination.
  const passing = valueOf(parseIpv4(sentPacket(routed("830b040a020001cb00710900", "10.2.0.9"))));
  expect(passing.options).toEqual(bytes("830b040a020001cb00710900"));
});

test("a strict route goes to neighbours only, and only by those whom it names", () => {
  expect(shown(forward4(routed("890704cb00710900")))).toEqual(["error 3/5 > 10.1.0.1", "drop source-route"]);
  expect(shown(forward4(routed("830704cb00710900")))).toEqual(["e2 > 10.2.0.1"]);
  expect(shown(forward4(routed("8907040a02000900")))).toEqual(["e2 > 10.2.0.9"]);
  expect(shown(forward4(routed("890704cb00710900", "10.2.0.9")))).toEqual([
    "error 12/0 > 10.1.0.1",
    "drop source-route",
  ]);
});

test("whose source chose the way is not told of a shorter one", () => {
  const back = packet({ destination: ip("10.1.0.254"), options: bytes("8307040a01000200") });
  expect(shown(forward4(back))).toEqual(["e1 > 10.1.0.2"]);
  const passing = packet({ destination: ip("192.0.2.1"), options: bytes("830704cb00710900") });
  expect(shown(forward4(passing))).toEqual(["e1 > 10.1.0.2"]);
});

test("an error about a packet that followed a source route goes back along it", () => {
  // Came by 10.2.0.1 and 10.2.0.2; dies with TTL 1.
  const came = packet({ ttl: 1, options: bytes("830b0c0a0200010a02000200") });
  const error = valueOf(parseIpv4(sentPacket(came)));
  expect(error.destination).toBe(ip("10.2.0.2"));
  expect(error.options).toEqual(bytes("830b040a0200010a01000100"));
});

test("a node without programs: echo reply, port unreachable, reset, silence", () => {
  const answer = (fields: Partial<Ipv4Fields> & { payload: Uint8Array }) =>
    answerIpv4(router, fromE1, packet({ destination: ip("10.2.0.254"), ...fields }), 7);
  const payloadOf = (action: ReturnType<typeof answer>) =>
    action === null ? null : valueOf(parseIpv4(action.packet)).payload;
  // E6 of the course: an echo request of odd length.
  const echo = "0800eb34123400016162636465666768" + "69";
  expect(payloadOf(answer({ protocol: 1, payload: bytes(echo) }))).toEqual(
    bytes("0000f334123400016162636465666768" + "69"),
  );
  expect(answer({ protocol: 1, payload: bytes(echo.replace("eb34", "eb35")) })).toBeNull();
  const udp = answer({ protocol: 17, payload: bytes("00350035000900007800") });
  expect(payloadOf(udp)?.subarray(0, 2)).toEqual(bytes("0303"));
  expect(valueOf(parseIpv4(udp?.packet ?? bytes(""))).source).toBe(ip("10.2.0.254"));
  expect(payloadOf(answer({ protocol: 253, payload: bytes("00") }))?.subarray(0, 2)).toEqual(bytes("0302"));
  expect(answer({ protocol: 17, payload: bytes("003500350009000178") })).toBeNull();
  // A fragment is for reassembly.
  expect(answer({ protocol: 1, payload: bytes(echo), mf: true })).toBeNull();
  expect(answer({ protocol: 1, payload: bytes(echo), fragmentOffset: 8 })).toBeNull();
});

test("nothing throws, and no error that a router sends causes another", () => {
  const start = constantFrom("", "45", "46000030", "4500002800010000400600000a010001cb007109").map(bytes);
  const any = tuple(start, uint8Array({ maxLength: 100 }), constantFrom(true, false));
  const patched = record({
    protocol: integer({ min: 0, max: 255 }),
    ttl: integer({ min: 0, max: 3 }),
    payload: uint8Array({ maxLength: 60 }),
    options: uint8Array({ maxLength: 40 }),
    destination: constantFrom("8.8.8.8", "10.1.0.254", "203.0.113.9", "192.0.2.1").map(ip),
  });
  holds(
    property(any, patched, ([head, tail, linkBroadcast], fields) => {
      for (const came of [new Uint8Array([...head, ...tail]), packet(fields)]) {
        for (const action of forward4(came, { interface: "e1", linkBroadcast })) {
          if (action.kind === "deliver") answerIpv4(router, fromE1, action.packet, 7);
          if (action.kind !== "send") continue;
          const sent = valueOf(parseIpv4(action.packet));
          if (sent.source === ip("10.1.0.254") && sent.protocol === 1) {
            expect(mayCauseIcmpv4Error(router, fromE1, sent)).toBe(false);
          }
        }
      }
    }),
    600,
  );
});
