import { assert, property, sample, type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { ipv6AddressBytes } from "#course/generators/ipv6-address.ts";
import { ipv6ChainBytes, ipv6PacketBytes } from "#course/generators/ipv6-packet.ts";
import { fromSketch, toSketch } from "#course/generators/ipv6-sketch.ts";
import { toHex } from "#net/bytes/hex.ts";
import { minimize } from "./minimize.ts";

const at = (packet: Uint8Array, offset: number): number => packet[offset] ?? 0;
const addresses = "20010db8000000000000000000000001" + "20010db8000000000000000000000002";

const generators: Record<string, Arbitrary<Uint8Array>> = {
  addresses: ipv6AddressBytes,
  packets: ipv6PacketBytes(),
  chains: ipv6ChainBytes(),
};

describe.each(Object.entries(generators))("%s", (_, arbitrary) => {
  test("shrink without context, only inside the domain, and come to an end", () => {
    for (const value of sample(arbitrary, { seed: 2, numRuns: 60 })) {
      for (const step of arbitrary.shrink(value, undefined))
        expect(arbitrary.canShrinkWithoutContext(step.value)).toBe(true);
      expect(minimize(arbitrary, value, () => true).tries).toBeLessThan(60);
    }
  });
});

test("a sketch gives its bytes back", () => {
  assert(
    property(ipv6ChainBytes(), (bytes) => {
      if (bytes.length >= 40) expect(toHex(fromSketch(toSketch(bytes)))).toBe(toHex(bytes));
    }),
    { seed: 3 },
  );
});

test("chains hold every header, and later fragments that announce another one", () => {
  const chains = sample(ipv6ChainBytes(), { seed: 4, numRuns: 600 });
  const sketches = chains.filter(({ length }) => length >= 40).map(toSketch);
  const types = sketches.flatMap(({ headers }) => headers.map(({ type }) => type));
  expect([...new Set(types)].sort((a, b) => a - b)).toEqual([0, 43, 44, 51, 60]);
  const later = sketches.filter(({ headers, announced }) => headers.at(-1)?.type === 44 && announced === 60);
  expect(later.length).toBeGreaterThan(5);
});

test.each([
  [
    "a Fragment header",
    (p: Uint8Array) => toSketch(p).headers.some(({ type }) => type === 44),
    "060000000000" + "0000",
    "2c",
  ],
  [
    "Destination Options of more than 8 bytes",
    (p: Uint8Array) => toSketch(p).headers.some(({ type, bytes }) => type === 60 && bytes.length > 8),
    "0601" + "0".repeat(28),
    "3c",
  ],
])("a fault planted on %s shrinks to it alone", (_, fault, piece, next) => {
  const whole = (p: Uint8Array): boolean => p.length >= 40 && fault(p);
  const failing = sample(ipv6ChainBytes(), { seed: 7, numRuns: 400 }).filter(whole);
  expect(failing.length).toBeGreaterThan(20);
  for (const packet of failing.slice(0, 20)) {
    const length = (piece.length / 2).toString(16).padStart(4, "0");
    const { value } = minimize(ipv6ChainBytes(), packet, whole);
    expect(toHex(value)).toBe(`60000000${length}${next}40${addresses}${piece}`);
  }
});

test("an address with two runs of zeros shrinks to ones and zeros", () => {
  const runs = (a: Uint8Array): number =>
    toHex(a)
      .replace(/(....)/g, (group) => (group === "0000" ? "0" : "x"))
      .split(/x+/)
      .filter((run) => run.length > 1).length;
  const failing = sample(ipv6AddressBytes, { seed: 1, numRuns: 200 }).filter((a) => runs(a) >= 2);
  expect(failing.length).toBeGreaterThan(5);
  for (const address of failing) {
    const { value } = minimize(ipv6AddressBytes, address, (a) => runs(a) >= 2);
    expect(runs(value)).toBe(2);
    expect(Array.from({ length: 16 }, (_, i) => at(value, i)).filter((byte) => byte > 1)).toEqual([]);
  }
});
