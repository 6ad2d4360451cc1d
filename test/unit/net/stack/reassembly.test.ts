import { expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { receiveIpv4Fragment } from "#net/stack/ipv4-reassembly.ts";
import { receiveIpv6Fragment } from "#net/stack/ipv6-reassembly.ts";
import { expireReassembly, type ReassemblyState } from "#net/stack/reassembly.ts";
import { parseIpv4 } from "#net/wire/ipv4.ts";
import { bytes, valueOf } from "../vectors.ts";
import { counted, packet4, packet6 } from "./packets.ts";

type Receive = typeof receiveIpv4Fragment | typeof receiveIpv6Fragment;
/** What becomes of each packet, one after the other: its kind, and why it was discarded. */
const outcomes = (receive: Receive, packets: readonly Uint8Array[]): string[] => {
  let state: ReassemblyState = new Map();
  return packets.map((packet) => {
    const { state: next, outcome } = receive(state, packet, 0);
    state = next;
    return outcome.kind === "discarded" ? outcome.reason : outcome.kind;
  });
};
const four = (fragmentOffset: number, mf: boolean, payload: Uint8Array, more = {}) =>
  packet4({ fragmentOffset, mf, payload, ...more });
const six = (offset: number, more: boolean, data: Uint8Array, nextHeader = 17, identification = 1) => {
  const field = (offset | (more ? 1 : 0)).toString(16).padStart(4, "0");
  const head = bytes(
    `${nextHeader.toString(16).padStart(2, "0")}00${field}${identification.toString(16).padStart(8, "0")}`,
  );
  return packet6({ nextHeader: 44, payload: new Uint8Array([...head, ...data]) });
};
const data = counted(64);
const part = (start: number, end: number): Uint8Array => data.subarray(start, end);
const other = (length: number): Uint8Array => new Uint8Array(length).fill(0xee);

test("a duplicate changes nothing, in either version", () => {
  const four4 = [four(0, true, part(0, 32)), four(0, true, part(0, 32)), four(32, false, part(32, 64))];
  expect(outcomes(receiveIpv4Fragment, four4)).toEqual(["waiting", "duplicate", "complete"]);
  const six6 = [six(0, true, part(0, 32)), six(0, true, part(0, 32)), six(32, false, part(32, 64))];
  expect(outcomes(receiveIpv6Fragment, six6)).toEqual(["waiting", "duplicate", "complete"]);
});

test("overlaps: IPv4 bears those that say the same, IPv6 none, and a loser stays lost", () => {
  const same = [four(0, true, part(0, 32)), four(24, true, part(24, 48)), four(48, false, part(48, 64))];
  expect(outcomes(receiveIpv4Fragment, same)).toEqual(["waiting", "waiting", "complete"]);
  const different = [four(0, true, part(0, 32)), four(24, true, other(24)), four(32, false, part(32, 64))];
  expect(outcomes(receiveIpv4Fragment, different)).toEqual(["waiting", "overlap", "lost-before"]);
  const same6 = [six(0, true, part(0, 32)), six(24, true, part(24, 48)), six(32, false, part(32, 64))];
  expect(outcomes(receiveIpv6Fragment, same6)).toEqual(["waiting", "overlap", "lost-before"]);
});

test("teardrop: a later fragment that lies inside the first is no negative length", () => {
  const packets = [four(0, true, part(0, 40)), four(24, false, other(4))];
  expect(outcomes(receiveIpv4Fragment, packets)).toEqual(["waiting", "end"]);
});

test("two ends, bytes behind the end, and a fragment of nothing lose the datagram", () => {
  const first = four(0, true, part(0, 8));
  expect(
    outcomes(receiveIpv4Fragment, [four(32, false, part(32, 40)), four(40, false, part(40, 48))]),
  ).toEqual(["waiting", "end"]);
  expect(
    outcomes(receiveIpv4Fragment, [four(32, false, part(32, 40)), four(40, true, part(40, 48))]),
  ).toEqual(["waiting", "end"]);
  expect(outcomes(receiveIpv4Fragment, [first, four(8, false, part(8, 8))])).toEqual(["waiting", "empty"]);
});

test("ping of death: what would be longer than 65535 bytes is dropped", () => {
  const pieces = Array.from({ length: 66 }, (_, i) => four(i * 1000, i < 65, counted(i < 65 ? 1000 : 600)));
  expect(outcomes(receiveIpv4Fragment, pieces).at(-1)).toBe("too-long");
  const fits = Array.from({ length: 66 }, (_, i) => four(i * 1000, i < 65, counted(i < 65 ? 1000 : 515)));
  expect(outcomes(receiveIpv4Fragment, fits).at(-1)).toBe("complete");
});

test("fragments belong together by source, destination, protocol and identification", () => {
  const first = four(0, true, part(0, 32));
  for (const fields of [{ source: 1 }, { destination: 1 }, { protocol: 6 }, { identification: 1 }]) {
    const stranger = four(32, false, part(32, 64), fields);
    expect(outcomes(receiveIpv4Fragment, [first, stranger])).toEqual(["waiting", "waiting"]);
  }
  // Over IPv6 only that of the first fragment counts (RFC 8200 §4.5).
  expect(outcomes(receiveIpv6Fragment, [six(0, true, part(0, 32)), six(32, false, part(32, 64), 6)])).toEqual(
    ["waiting", "complete"],
  );
  expect(
    outcomes(receiveIpv6Fragment, [six(0, true, part(0, 32)), six(32, false, part(32, 64), 17, 2)]),
  ).toEqual(["waiting", "waiting"]);
});

test("the whole has the header of the first fragment", () => {
  const options = bytes("94040000");
  let { state } = receiveIpv4Fragment(new Map(), four(32, false, part(32, 64), { ttl: 9 }), 0);
  const step = receiveIpv4Fragment(state, four(0, true, part(0, 32), { ttl: 61, options }), 0);
  state = step.state;
  const whole = step.outcome.kind === "complete" ? valueOf(parseIpv4(step.outcome.packet)) : null;
  expect(whole).toMatchObject({
    ttl: 61,
    mf: false,
    fragmentOffset: 0,
    totalLength: 88,
    payload: data,
    options,
  });
  expect(state.size).toBe(0);
});

test("an atomic fragment stands for itself, even beside others with its identification", () => {
  const packets = [six(0, true, part(0, 32)), six(0, false, part(0, 64)), six(32, false, part(32, 64))];
  expect(outcomes(receiveIpv6Fragment, packets)).toEqual(["waiting", "complete", "complete"]);
});

test.each([
  ["no multiple of 8", six(0, true, part(0, 20)), "length", { code: 0, pointer: 4 }],
  ["beyond 65535", six(65528, false, part(0, 8)), "too-long", { code: 0, pointer: 42 }],
  ["a UDP header cut", six(0, true, new Uint8Array(), 17), "header-chain", { code: 3, pointer: 0 }],
  ["a TCP header cut", six(0, true, part(0, 16), 6), "header-chain", { code: 3, pointer: 0 }],
  // Destination Options of 16 bytes, of which 8 are there.
  [
    "an extension header cut",
    six(0, true, bytes("1101010400000000"), 60),
    "header-chain",
    { code: 3, pointer: 0 },
  ],
])("the source of an IPv6 fragment is told: %s", (_, packet, reason, problem) => {
  expect(receiveIpv6Fragment(new Map(), packet, 0).outcome).toEqual({ kind: "discarded", reason, problem });
});

test("extension headers before the Fragment header count towards 65535", () => {
  const hopByHop = bytes("2c00010400000000");
  const late = (offset: number, before: Uint8Array, nextHeader: number) => {
    const field = offset.toString(16).padStart(4, "0");
    const payload = new Uint8Array([...before, ...bytes(`1100${field}00000001`), ...part(0, 8)]);
    return packet6({ nextHeader, payload });
  };
  expect(outcomes(receiveIpv6Fragment, [late(65_520, bytes(""), 44)])).toEqual(["waiting"]);
  expect(outcomes(receiveIpv6Fragment, [late(65_520, hopByHop, 0)])).toEqual(["too-long"]);
  expect(outcomes(receiveIpv6Fragment, [late(65_504, hopByHop, 0)])).toEqual(["waiting"]);
});

test("an upper layer that nobody here knows is no cut chain", () => {
  expect(outcomes(receiveIpv6Fragment, [six(0, true, part(0, 8), 253)])).toEqual(["waiting"]);
});

test("after its time a datagram is given up; the first fragment, if there, is for the ICMP error", () => {
  const withFirst = four(0, true, part(0, 32));
  let { state } = receiveIpv4Fragment(new Map(), withFirst, 1000, 60_000);
  ({ state } = receiveIpv4Fragment(
    state,
    four(32, false, part(32, 64), { identification: 2 }),
    2000,
    60_000,
  ));
  // A later fragment does not prolong the wait.
  ({ state } = receiveIpv4Fragment(state, four(40, false, part(40, 64)), 50_000, 60_000));
  expect(expireReassembly(state, 60_999)).toEqual({ state, firstFragments: [] });
  const one = expireReassembly(state, 61_000);
  expect(one.firstFragments.map(toHex)).toEqual([toHex(withFirst)]);
  expect(one.state.size).toBe(1);
  expect(expireReassembly(one.state, 62_000)).toEqual({ state: new Map(), firstFragments: [] });
});
