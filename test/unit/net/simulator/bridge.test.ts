import { expect, test } from "vitest";
import { ageingTime, bridgeFrame, type BridgeState } from "#net/simulator/bridge.ts";
import { broadcastMac, type Mac } from "#net/wire/mac.ts";
import { emitEthernet } from "#net/wire/ethernet.ts";

const frame = (source: Mac, destination: Mac): Uint8Array => {
  const emitted = emitEthernet({
    source,
    destination,
    tags: [],
    etherType: 0x0800,
    payload: new Uint8Array(46),
    padding: new Uint8Array(),
  });
  if (!emitted.ok) throw new Error(emitted.error.code);
  return emitted.value;
};
const empty: BridgeState = { kind: "switch", ports: ["p1", "p2", "p3"], table: new Map() };
const [a, b] = [0x02_00_00_00_00_0a, 0x02_00_00_00_00_0b];

test("a switch floods what it does not know, and learns from every sender", () => {
  const first = bridgeFrame(empty, "p1", frame(a, b), 0);
  expect(first).toMatchObject({ out: ["p2", "p3"], learned: a, dropped: null });
  const back = bridgeFrame(first.bridge, "p2", frame(b, a), 1);
  expect(back).toMatchObject({ out: ["p1"], learned: b });
  expect(bridgeFrame(back.bridge, "p1", frame(a, b), 2)).toMatchObject({ out: ["p2"], learned: null });
});

test("a broadcast goes to all other ports, a frame for the side that it came from nowhere", () => {
  const { bridge } = bridgeFrame(empty, "p1", frame(a, broadcastMac), 0);
  expect(bridgeFrame(bridge, "p2", frame(b, broadcastMac), 1).out).toEqual(["p1", "p3"]);
  expect(bridgeFrame(bridge, "p1", frame(b, a), 1)).toMatchObject({ out: [], dropped: "same-port" });
});

test("who moves is found at the new port; who is silent for five minutes is forgotten", () => {
  const { bridge } = bridgeFrame(empty, "p1", frame(a, b), 0);
  const moved = bridgeFrame(bridge, "p3", frame(a, b), 10);
  expect(moved.learned).toBe(a);
  expect(bridgeFrame(moved.bridge, "p2", frame(b, a), 11).out).toEqual(["p3"]);
  expect(bridgeFrame(bridge, "p2", frame(b, a), ageingTime - 1).out).toEqual(["p1"]);
  expect(bridgeFrame(bridge, "p2", frame(b, a), ageingTime).out).toEqual(["p1", "p3"]);
});

test("a group is nobody's sender", () => {
  expect(bridgeFrame(empty, "p1", frame(broadcastMac, b), 0)).toMatchObject({ learned: null });
  expect(bridgeFrame(empty, "p1", frame(broadcastMac, b), 0).bridge.table.size).toBe(0);
});

test("a hub repeats everything everywhere and learns nothing", () => {
  const hub = { ...empty, kind: "hub" as const };
  const { bridge, out } = bridgeFrame(hub, "p2", frame(a, b), 0);
  expect([out, bridge]).toEqual([["p1", "p3"], hub]);
  expect(bridgeFrame(empty, "p1", new Uint8Array(3), 0).dropped).toBe("frame");
});
