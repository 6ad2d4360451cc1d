import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import parseIp from "../../../graders/addresses/parse-ip/exercise.ts";
import prefixFromMask from "../../../graders/addresses/prefix-from-mask/exercise.ts";
import smallestPrefix from "../../../graders/addresses/smallest-prefix/exercise.ts";
import splitNetwork from "../../../graders/addresses/split-network/exercise.ts";
import subnetInfo from "../../../graders/addresses/subnet-info/exercise.ts";

/** The references of chapter 5 against every IPv4 vector of the oracles. */
const data = new URL("../../conformance/data/addr/", import.meta.url);
const vectors = <T>(file: string): T[] =>
  (JSON.parse(readFileSync(new URL(file, data), "utf8")) as { vectors: T[] }).vectors;

type Text = { in: string; valid: boolean | null; int?: number };
type Arithmetic = {
  in: string;
  network: string;
  prefixLength: number;
  netmask: string;
  broadcast: string | null;
  firstUsable: string;
  lastUsable: string;
  usableHosts: number;
};
type Split = { network: string; newPrefixLength: number; subnets?: string[] };
type Plan = { largestFirst: { hosts: number; subnet: string }[] };

const isIpv4 = (text: string): boolean => !text.includes(":");
const arithmetic = vectors<Arithmetic>("network-arithmetic.json").filter(({ in: text }) => isIpv4(text));

describe("chapter 5", () => {
  it("05.1 reads what four strict parsers read, and refuses what they refuse", () => {
    const scored = vectors<Text>("ipv4-text.json").filter(({ valid }) => valid !== null);
    expect(scored.length).toBeGreaterThan(300);
    for (const { in: text, valid, int = null } of scored) {
      expect(parseIp.reference(text), text).toBe(valid === true ? int : null);
    }
  });

  it("05.2 gives the length of each of the 33 masks", () => {
    expect(new Set(arithmetic.map(({ netmask }) => netmask)).size).toBe(33);
    for (const { netmask, prefixLength } of arithmetic) {
      expect(prefixFromMask.reference(netmask), netmask).toBe(prefixLength);
    }
  });

  it("05.3 agrees with four calculators, /31 and /32 included", () => {
    for (const {
      in: text,
      network,
      prefixLength,
      broadcast,
      firstUsable,
      lastUsable,
      usableHosts,
    } of arithmetic) {
      expect(subnetInfo.reference(text.split("/")[0], prefixLength), text).toEqual({
        network,
        broadcast,
        first: firstUsable,
        last: lastUsable,
        usable: usableHosts,
      });
    }
  });

  it("05.4 lists the subnets that CPython and netaddr list", () => {
    const splits = vectors<Split>("subnet-split.json").filter(({ network }) => isIpv4(network));
    const listed = splits.filter(({ subnets }) => subnets !== undefined);
    expect(listed.length).toBeGreaterThan(100);
    for (const { network, newPrefixLength, subnets } of listed) {
      expect(splitNetwork.reference(network, newPrefixLength), network).toEqual(subnets);
    }
  });

  it("05.5 takes the length that netaddr takes, up to its /30", () => {
    const plans = vectors<Plan>("vlsm.json").flatMap(({ largestFirst }) => largestFirst);
    expect(plans.length).toBeGreaterThan(100);
    for (const { hosts, subnet } of plans) {
      const length = smallestPrefix.reference(hosts, 2) as number;
      expect(Math.min(30, length), String(hosts)).toBe(Number(subnet.split("/")[1]));
    }
  });
});
