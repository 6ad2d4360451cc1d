import { sample, type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { arpArrival, type ArpArrival } from "#course/generators/arp-frame.ts";
import { ethernetFrameBytes } from "#course/generators/ethernet-frame.ts";
import { stationMacText } from "#course/generators/mac.ts";
import { toHex } from "#net/bytes/hex.ts";
import { parseEthernet } from "#net/wire/ethernet.ts";
import { obeyShrinkingLaws } from "./laws.ts";
import { minimize } from "./minimize.ts";

const frames = ethernetFrameBytes({ damaged: true });
const arrivals = arpArrival(() => true);
const generators: Record<string, Arbitrary<unknown>> = { stationMacText, frames, arrivals };

describe.each(Object.entries(generators))("%s", (_, arbitrary) => obeyShrinkingLaws(arbitrary));

const isWhole = (frame: Uint8Array): boolean => parseEthernet(frame).ok;
const at = (frame: Uint8Array, offset: number): number => frame[offset] ?? 0;
const type = (frame: Uint8Array): number => at(frame, 12) * 256 + at(frame, 13);

test.each<[string, (frame: Uint8Array) => boolean, string]>([
  ["any frame", isWhole, "020000000002" + "020000000001" + "0800"],
  ["a tag", (f) => isWhole(f) && type(f) === 0x8100, "020000000002020000000001" + "810000010800"],
  ["a group", (f) => isWhole(f) && (at(f, 0) & 1) === 1, "ffffffffffff" + "0200000000010800"],
  [
    "a null source",
    (f) => isWhole(f) && !f.slice(6, 12).some((b) => b > 0),
    "020000000002" + "0".repeat(12) + "0800",
  ],
  ["an 802.3 length", (f) => isWhole(f) && type(f) < 0x600, "020000000002020000000001" + "0000"],
])("of a frame with %s, that alone is left", (_, fault, simplest) => {
  const failing = sample(frames, { seed: 7, numRuns: 400 }).filter(fault);
  expect(failing.length).toBeGreaterThan(10);
  for (const frame of failing.slice(0, 20))
    expect(toHex(minimize(frames, frame, fault).value)).toBe(simplest);
});

test("frames are whole and cut, with and without a tag, types and lengths", () => {
  const seen = sample(frames, { seed: 8, numRuns: 300 }).map((frame) => parseEthernet(frame));
  const whole = seen.flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
  expect(seen.length - whole.length).toBeGreaterThan(30);
  expect(whole.filter(({ tags }) => tags.length === 1).length).toBeGreaterThan(30);
  expect(whole.filter(({ etherType }) => etherType === null).length).toBeGreaterThan(30);
});

const request = "ffffffffffff020000000002" + "08060001080006040001";
const addresses = "0200000000020a000002" + "0000000000000a000001";

test.each<[string, (args: ArpArrival) => boolean, string]>([
  ["any frame", ([f]) => f.length >= 42, request + addresses],
  ["a reply", ([f]) => f.length >= 42 && at(f, 21) === 2, request.slice(0, -1) + "2" + addresses],
  [
    "a frame to me alone",
    ([f]) => f.length >= 42 && at(f, 0) !== 255,
    "020000000001" + request.slice(12) + addresses,
  ],
  ["padding", ([f]) => f.length > 42, request + addresses + "00"],
])("of an arrival with %s, that alone is left", (_, fault, simplest) => {
  const failing = sample(arrivals, { seed: 9, numRuns: 400 }).filter(fault);
  expect(failing.length).toBeGreaterThan(10);
  for (const arrival of failing.slice(0, 20)) {
    const [frame, me] = minimize(arrivals, arrival, fault).value;
    expect(toHex(frame)).toBe(simplest);
    expect(me).toEqual({ ip: "10.0.0.1", mac: "02:00:00:00:00:01" });
  }
});
