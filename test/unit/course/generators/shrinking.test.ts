import { assert, integer, property, sample, tuple, type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { byte, unsigned } from "#course/generators/numbers.ts";
import { ipv4Address } from "#course/generators/ipv4-address.ts";
import { ipv4Fields } from "#course/generators/ipv4-fields.ts";
import { ipv4Options } from "#course/generators/ipv4-options.ts";
import { icmpMessageBytes } from "#course/generators/icmp-message.ts";
import { ipv4HeaderBytes, ipv4PacketBytes } from "#course/generators/ipv4-packet.ts";
import { fromSketch, toSketch } from "#course/generators/ipv4-sketch.ts";
import { fromHex, toHex } from "#net/bytes/hex.ts";
import { parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { parseIpv4Options } from "#net/wire/ipv4-options.ts";
import { obeyShrinkingLaws } from "./laws.ts";
import { minimize } from "./minimize.ts";

const bytes = (hex: string): Uint8Array => {
  const result = fromHex(hex);
  if (result === null) throw new Error(`not hex: ${hex}`);
  return result;
};
const at = (packet: Uint8Array, offset: number): number => packet[offset] ?? 0;

/** The simplest packet, its checksum worked out by hand: 4500 + 0014 + 4011 + 0a00 + 0001 + 0a00 + 0002 = 9928. */
const simplest = "450000140000000040 11 66d7 0a000001 0a000002".replaceAll(" ", "");

const damaged = ipv4PacketBytes({ damaged: true, checksum: "any" });
const generators: Record<string, Arbitrary<unknown>> = {
  byte,
  uint16: unsigned(16, [7, 9]),
  ipv4Address,
  headers: ipv4HeaderBytes({ checksum: "any" }),
  icmp: icmpMessageBytes,
  packets: ipv4PacketBytes(),
  damaged,
  options: ipv4Options({ damaged: true }),
  alignedOptions: ipv4Options({ aligned: true }),
  fields: ipv4Fields(),
  pair: tuple(ipv4PacketBytes(), byte),
};

describe.each(Object.entries(generators))("%s", (_, arbitrary) => obeyShrinkingLaws(arbitrary));

describe("packets", () => {
  const packets = ipv4PacketBytes();

  test("shrink to a bare header when everything fails", () => {
    const [value] = sample(packets, { seed: 5, numRuns: 1 });
    expect(toHex(minimize(packets, value ?? new Uint8Array(), () => true).value)).toBe(simplest);
  });

  test("keep a right checksum right, and stay whole, at every step", () => {
    assert(
      property(packets, (packet) => {
        for (const { value } of packets.shrink(packet, undefined)) {
          expect(verifiesIpv4Checksum(value)).toBe(true);
          expect(parseIpv4(value).ok).toBe(true);
        }
      }),
      { seed: 6 },
    );
  });

  test.each([
    ["MF set", (p: Uint8Array) => (at(p, 6) & 0x20) !== 0, "4500001400002000401146d70a0000010a000002"],
    ["DF set", (p: Uint8Array) => (at(p, 6) & 0x40) !== 0, "4500001400004000401126d70a0000010a000002"],
    ["TTL below 2", (p: Uint8Array) => at(p, 8) < 2, "450000140000000001" + "11a5d70a0000010a000002"],
    [
      "options",
      (p: Uint8Array) => (at(p, 0) & 0xf) > 5,
      "460000180000000040" + "1165d3" + "0a0000010a00000200000000",
    ],
    ["link padding", (p: Uint8Array) => p.length > at(p, 2) * 256 + at(p, 3), simplest + "00"],
    [
      "payload of 5 bytes",
      (p: Uint8Array) => p.length >= 25 && parseIpv4(p).ok && at(p, 3) >= (at(p, 0) & 0xf) * 4 + 5,
      "450000190000000040" + "1166d20a0000010a000002" + "0000000000",
    ],
  ])("a fault planted on %s shrinks to it alone, in few tries", (_, fault, expected) => {
    const failing = sample(ipv4PacketBytes(), { seed: 7, numRuns: 400 }).filter(fault);
    expect(failing.length).toBeGreaterThan(20);
    for (const packet of failing.slice(0, 40)) {
      const { value, tries } = minimize(ipv4PacketBytes(), packet, fault);
      expect(tries).toBeLessThan(150);
      // What remains of padding and options is all zeros of the least length.
      expect(toHex(value)).toBe(expected);
    }
  });

  test("two faults that need each other shrink to both", () => {
    const both = (p: Uint8Array): boolean => (at(p, 6) & 0x20) !== 0 && at(p, 9) === 6;
    const start = bytes(
      "46b8003ebeef3f39ff06 0000 c0a80001 08080808 94040000".replaceAll(" ", "") + "ab".repeat(38),
    );
    const generator = ipv4PacketBytes({ checksum: "zero" });
    const { value, tries } = minimize(generator, start, both);
    expect(toHex(value)).toBe("450000140000200040" + "0600000a0000010a000002");
    expect(tries).toBeLessThan(150);
  });

  test("stay where the exercise allows", () => {
    const withOptions = ipv4PacketBytes({ accepts: (p) => (at(p, 0) & 0xf) > 5 });
    for (const packet of sample(withOptions, { seed: 8, numRuns: 20 })) {
      const { value } = minimize(withOptions, packet, () => true);
      expect(at(value, 0)).toBe(0x46);
    }
  });

  test("a golden case shrinks too", () => {
    const e2 = bytes("450000bed4314000400611e70af401058efab92e");
    expect(damaged.canShrinkWithoutContext(e2)).toBe(true);
    const { value } = minimize(damaged, e2, (p) => (at(p, 6) & 0x40) !== 0);
    expect(toHex(value)).toBe("4500001400004000401126d70a0000010a000002");
  });
});

test("a sketch gives back the bytes that it was drawn from", () => {
  assert(
    property(damaged, (packet) => {
      if (packet.length >= 20) expect(toHex(fromSketch(toSketch(packet)))).toBe(toHex(packet));
    }),
    { seed: 9, numRuns: 500 },
  );
});

describe("coverage of the domain", () => {
  test("packets: headers of 20 and 60 bytes, every place in a fragmented datagram, link padding", () => {
    const packets = sample(ipv4PacketBytes(), { seed: 10, numRuns: 200 });
    const seen = (fault: (p: Uint8Array) => boolean): number => packets.filter(fault).length;
    expect(seen((p) => at(p, 0) === 0x45)).toBeGreaterThan(40);
    expect(seen((p) => at(p, 0) === 0x4f)).toBeGreaterThan(20);
    expect(seen((p) => (at(p, 6) & 0x40) !== 0)).toBeGreaterThan(20);
    expect(seen((p) => (at(p, 6) & 0x20) !== 0)).toBeGreaterThan(20);
    expect(seen((p) => (at(p, 6) & 0x20) === 0 && ((at(p, 6) & 0x1f) | at(p, 7)) !== 0)).toBeGreaterThan(10);
    expect(seen((p) => p.length > at(p, 2) * 256 + at(p, 3))).toBeGreaterThan(20);
  });

  test("damaged packets: every parse error, and wrong checksums", () => {
    const results = sample(damaged, { seed: 11, numRuns: 400 }).map((packet) => parseIpv4(packet));
    const count = (code: string): number => results.filter((r) => !r.ok && r.error.code === code).length;
    for (const code of ["truncated", "version", "ihl", "total-length"])
      expect(count(code)).toBeGreaterThan(10);
    expect(results.filter((r) => r.ok).length).toBeGreaterThan(100);
  });

  test("options: whole ones and ones with an impossible length", () => {
    const areas = sample(ipv4Options({ damaged: true }), { seed: 12, numRuns: 200 });
    const broken = areas.filter((area) => !parseIpv4Options(area).ok).length;
    expect(broken).toBeGreaterThan(30);
    expect(broken).toBeLessThan(120);
  });
});

test("options shrink to the one that matters", () => {
  const hasRecordRoute = (area: Uint8Array): boolean => {
    const parsed = parseIpv4Options(area);
    return parsed.ok && parsed.value.some((option) => option.type === 7);
  };
  const generator = ipv4Options();
  for (const area of sample(generator, { seed: 13, numRuns: 300 }).filter(hasRecordRoute)) {
    const { value, tries } = minimize(generator, area, hasRecordRoute);
    expect(toHex(value)).toBe("0702");
    expect(tries).toBeLessThan(150);
  }
});

test("addresses shrink toward 10.0.0.1, and a bound is found", () => {
  expect(minimize(ipv4Address, "203.0.113.77", () => true).value).toBe("10.0.0.1");
  const high = (text: string): boolean => Number(text.split(".")[0]) >= 128;
  expect(minimize(ipv4Address, "203.0.113.77", high).value).toMatch(
    /^(12[89]|1[3-9][0-9]|20[0-3])\.0\.0\.0$/,
  );
});

test("numbers shrink to the bound, in few tries", () => {
  const { value, tries } = minimize(unsigned(16), 65535, (n) => n >= 1000);
  expect(value).toBe(1000);
  expect(tries).toBeLessThan(150);
  expect(integer({ min: 0, max: 3 }).canShrinkWithoutContext(2)).toBe(true);
});
