import { constantFrom, integer, property, record, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { readU16, writeU16 } from "#net/bytes/big-endian.ts";
import { toHex } from "#net/bytes/hex.ts";
import { flowOf } from "#net/stack/nat-flow.ts";
import { rewriteIpv4Ends, type NewEnds } from "#net/stack/nat-rewrite.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { emitIcmpv4 } from "#net/wire/icmpv4.ts";
import { parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { transportChecksum, verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { emitTcp } from "#net/wire/tcp.ts";
import { emitUdp, udpChecksumStatus } from "#net/wire/udp.ts";
import { holds } from "../holds.ts";
import { bytes, valueOf } from "../vectors.ts";
import { packet4 } from "./packets.ts";

const ip = (text: string): number => parseIpv4Address(text) ?? -1;
const [tcp, udp, icmp] = [6, 17, 1];
const ends = { source: ip("10.0.1.5"), destination: ip("198.51.100.7") };
const outside = { source: ip("203.0.113.5"), sourcePort: 12_345 };
const rewritten = (packet: Uint8Array, to: NewEnds = outside): Uint8Array =>
  valueOf(rewriteIpv4Ends(packet, to));

/** The HTTP request of the course from its IPv4 header on; the checksums behind SNAT were computed by hand there. */
const request = bytes(`
  4500 0070 d431 4000 4006 1235 0af4 0105 8efa b92e d431 0050 000f 4240 0007 a120 5018
  faf0 09c6 0000 4745 5420 2f20 4854 5450 2f31 2e31 0d0a 486f 7374 3a20 676f 6f67
  6c65 2e63 6f6d 0d0a 5573 6572 2d41 6765 6e74 3a20 7079 7468 6f6e 2d72 6571 7565
  7374 732f 322e 3331 2e30 0d0a 0d0a`);

test("a request behind SNAT has the checksums that the course gives", () => {
  const packet = rewritten(request);
  expect(toHex(packet.subarray(12, 24))).toBe("cb0071058efab92e30390050");
  // One router later the course has e327: TTL 63 for 64 raises the checksum by 0x0100.
  expect(readU16(packet, 10)).toBe(0xe327 - 0x0100);
  expect(readU16(packet, 36)).toBe(0x7db1);
  expect(toHex(request.subarray(12, 16))).toBe("0af40105");
});

const datagram = (payload: Uint8Array, checksum: number | typeof ends = ends): Uint8Array =>
  packet4({
    ...ends,
    protocol: udp,
    payload: valueOf(emitUdp({ sourcePort: 5000, destinationPort: 53, checksum, payload })),
  });

test("a UDP checksum of 0 stays 0; one that comes out as 0 is sent as ffff", () => {
  expect(readU16(rewritten(datagram(bytes("01"), 0)), 26)).toBe(0);
  // Two bytes of data that make the sum of the rewritten datagram ffff, so that its checksum is 0.
  const packet = datagram(bytes("0000"));
  const before = valueOf(parseIpv4(rewritten(packet)));
  const sum = transportChecksum(before, udp, withoutChecksum(before.payload, 6));
  const chosen = datagram(Uint8Array.of(sum >>> 8, sum & 0xff));
  const after = valueOf(parseIpv4(rewritten(chosen)));
  expect(readU16(after.payload, 6)).toBe(0xffff);
  expect(udpChecksumStatus(after.payload, after)).toBe("good");
});

function withoutChecksum(segment: Uint8Array, at: number): Uint8Array {
  const copy = segment.slice();
  writeU16(copy, at, 0);
  return copy;
}

test("of an ICMP query the identifier is the asker's port: of a request the source, of a reply the destination", () => {
  const message = (type: number): Uint8Array =>
    packet4({
      ...ends,
      protocol: icmp,
      payload: valueOf(emitIcmpv4({ type, code: 0, rest: 0x1234_0001, data: bytes("6162636465666768 69") })),
    });
  const asked = { source: 1, sourcePort: 7, destination: 2, destinationPort: 9 };
  expect(toHex(rewritten(message(8), asked).subarray(24, 28))).toBe("00070001");
  expect(toHex(rewritten(message(0), asked).subarray(24, 28))).toBe("00090001");
  // A destination unreachable has no identifier.
  expect(toHex(rewritten(message(3), asked).subarray(24, 28))).toBe("12340001");
  expect(valueOf(flowOf(message(8)))).toEqual({
    protocol: 1,
    ...ends,
    sourcePort: 0x1234,
    destinationPort: 0,
  });
  expect(valueOf(flowOf(message(0)))).toEqual({
    protocol: 1,
    ...ends,
    sourcePort: 0,
    destinationPort: 0x1234,
  });
  expect(flowOf(message(3))).toMatchObject({ error: { code: "protocol", offset: 9 } });
});

test("a later fragment gets the address alone; the first carries the checksum of all", () => {
  const whole = datagram(Uint8Array.from({ length: 24 }, (_, i) => i));
  const payload = whole.subarray(20);
  const fields = { ...ends, protocol: udp };
  const first = packet4({ ...fields, mf: true, payload: payload.subarray(0, 16) });
  const second = packet4({ ...fields, fragmentOffset: 16, payload: payload.subarray(16) });
  const [a, b] = [rewritten(first), rewritten(second)];
  expect(toHex(b.subarray(20))).toBe(toHex(second.subarray(20)));
  expect([a, b].every(verifiesIpv4Checksum)).toBe(true);
  const together = Uint8Array.of(...a.subarray(20), ...b.subarray(20));
  expect(udpChecksumStatus(together, { ...ends, source: outside.source })).toBe("good");
  expect(flowOf(first)).toMatchObject({ error: { code: "fragment", offset: 6 } });
  expect(flowOf(second)).toMatchObject({ error: { code: "fragment", offset: 6 } });
});

test("what is cut off is not written", () => {
  expect(rewritten(request.subarray(0, 28))).toHaveLength(28);
  expect(rewritten(request.subarray(0, 21))).toEqual(
    rewritten(request.subarray(0, 21), { source: outside.source }),
  );
  expect(rewriteIpv4Ends(request.subarray(0, 19), outside)).toMatchObject({ error: { code: "truncated" } });
  expect(flowOf(request.subarray(0, 23))).toMatchObject({ error: { code: "truncated", offset: 23 } });
});

test.each([
  [{ source: -1 }, 12, "Source Address"],
  [{ destination: 2 ** 32 }, 16, "Destination Address"],
  [{ sourcePort: 70_000 }, 20, "Source Port"],
  [{ destinationPort: 1.5 }, 22, "Destination Port"],
])("%o is refused", (to, offset, field) => {
  expect(rewriteIpv4Ends(request, to)).toEqual({ ok: false, error: { code: "out-of-range", offset, field } });
});

test("whatever the ends, every checksum holds as if it had been computed anew; a wrong one stays wrong", () => {
  const port = integer({ min: 0, max: 0xffff });
  const address = integer({ min: 0, max: 0xffff_ffff });
  const event = record({
    protocol: constantFrom(tcp, udp),
    payload: uint8Array({ maxLength: 9 }),
    to: record(
      { source: address, sourcePort: port, destination: address, destinationPort: port },
      { requiredKeys: [] },
    ),
    damage: integer({ min: 0, max: 1 }),
  });
  holds(
    property(event, ({ protocol, payload, to, damage }) => {
      const segment = protocol === tcp ? segmentOf(payload) : datagram(payload).subarray(20);
      const packet = packet4({ ...ends, protocol, options: bytes("01010100"), payload: segment });
      // Bytes 4 to 7 are a part that no end stands in.
      packet[24 + (protocol === tcp ? 4 : 5)] = (packet[24 + (protocol === tcp ? 4 : 5)] ?? 0) ^ damage;
      const after = rewritten(packet, to);
      const parsed = valueOf(parseIpv4(after));
      expect(verifiesIpv4Checksum(after)).toBe(true);
      expect(verifiesTransportChecksum(parsed, protocol, parsed.payload)).toBe(damage === 0);
      expect(valueOf(flowOf(after))).toEqual({ ...valueOf(flowOf(packet)), ...to });
    }),
  );
});

const segmentOf = (payload: Uint8Array): Uint8Array =>
  valueOf(
    emitTcp({
      sourcePort: 5000,
      destinationPort: 80,
      sequenceNumber: 1,
      acknowledgmentNumber: 2,
      flags: 0x18,
      window: 3,
      urgentPointer: 0,
      options: new Uint8Array(),
      checksum: ends,
      payload,
    }),
  );
