import { sample } from "fast-check";
import { describe, expect, test } from "vitest";
import { multicastGroup } from "#course/generators/multicast-group.ts";
import { specialIpv4Address } from "#course/generators/special-address.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { minimize } from "./minimize.ts";

const octets = (text: string): number[] => text.split(".").map(Number);

describe.each([
  ["specialIpv4Address", specialIpv4Address()],
  ["multicastGroup", multicastGroup],
])("%s", (_, arbitrary) => {
  test("shrinks without context, only inside the domain, and comes to an end", () => {
    for (const value of sample(arbitrary, { seed: 2, numRuns: 60 })) {
      expect(parseIpv4Address(value)).not.toBeNull();
      for (const step of arbitrary.shrink(value, undefined))
        expect(arbitrary.canShrinkWithoutContext(step.value)).toBe(true);
      expect(minimize(arbitrary, value, () => true).tries).toBeLessThan(60);
    }
  });
});

test("a range that ends too late shrinks to its boundary", () => {
  const takenForPrivate = (text: string): boolean => {
    const [a = 0, b = 0] = octets(text);
    return a === 172 && b >= 32;
  };
  expect(minimize(specialIpv4Address(), "172.219.33.7", takenForPrivate).value).toBe("172.32.0.0");
});

test("special addresses hold both sides of each boundary of 172.16.0.0/12", () => {
  const drawn = new Set(sample(specialIpv4Address(), { seed: 1, numRuns: 4000 }));
  for (const text of ["172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0", "239.255.255.255"])
    expect(drawn).toContain(text);
});

test("groups hold both values of the bit that a MAC address loses", () => {
  const second = sample(multicastGroup, { seed: 1, numRuns: 100 }).map((text) => octets(text)[1] ?? 0);
  expect(second.filter((octet) => octet >= 128).length).toBeGreaterThan(20);
  expect(second.filter((octet) => octet < 128).length).toBeGreaterThan(20);
});
