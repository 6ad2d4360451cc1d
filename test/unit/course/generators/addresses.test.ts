import { sample, type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { ipv4Cidr, ipv4Mask, ipv4NoMask, ipv4PrefixLength } from "#course/generators/ipv4-prefix.ts";
import { brokenIpv4Text } from "#course/generators/ipv4-text.ts";
import { obeyShrinkingLaws } from "./laws.ts";
import { minimize } from "./minimize.ts";

const generators: Record<string, Arbitrary<unknown>> = {
  brokenIpv4Text,
  ipv4PrefixLength,
  ipv4Mask,
  ipv4NoMask,
  ipv4Cidr: ipv4Cidr(),
};

describe.each(Object.entries(generators))("%s", (_, arbitrary) => obeyShrinkingLaws(arbitrary));

describe("a fault shrinks to what a person can read", () => {
  const octets = (text: string): string[] => text.split(".");

  test.each<[string, Arbitrary<string>, (text: string) => boolean, string[]]>([
    [
      "four octets, one above 255",
      brokenIpv4Text,
      (text) =>
        octets(text).length === 4 && octets(text).some((octet) => /^[1-9]\d+$/.test(octet) && +octet > 255),
      ["256.0.0.1", "10.256.0.1", "10.0.256.1", "10.0.0.256"],
    ],
    ["three octets", brokenIpv4Text, (text) => octets(text).length === 3, ["10.0.0"]],
    ["a space", brokenIpv4Text, (text) => text.includes(" "), [" "]],
    ["bits in the second octet", ipv4Mask, (text) => !text.startsWith("255.255."), ["255.0.0.0"]],
    ["ones apart", ipv4NoMask, (text) => text.endsWith("255.0"), ["0.0.255.0"]],
    ["bits beyond the length", ipv4Cidr(), (text) => !/\.0\/\d+$/.test(text), ["10.0.0.1/24"]],
    ["a long prefix", ipv4Cidr(), (text) => text.endsWith("/31"), ["10.0.0.0/31"]],
  ])("%s", (_, arbitrary, fault, simplest) => {
    const failing = sample(arbitrary, { seed: 7, numRuns: 600 }).filter(fault);
    expect(failing.length).toBeGreaterThan(3);
    for (const text of failing.slice(0, 20)) {
      expect(simplest).toContain(minimize(arbitrary, text, fault).value);
    }
  });
});
