import { describe, expect, test } from "vitest";
import errorFor from "../../../graders/icmp/error-for/exercise.ts";
import { probeOn } from "../../../graders/icmp/traceroute/exercise-path.ts";
import { isCase, r1 } from "../../../graders/routing/router/exercise-cases.ts";
import { edges } from "../../../graders/routing/router/exercise-edges.ts";
import { routePacket } from "../../../graders/routing/router/exercise-reference.ts";
import { sameAction, sameWay } from "../../../graders/routing/router/exercise-same.ts";
import { concatBytes } from "#net/bytes/byte-string.ts";
import { writeU16, readU16 } from "#net/bytes/big-endian.ts";
import { internetChecksum } from "#net/wire/checksum.ts";

/** What the exercises of chapter 9 let pass and what they do not, beyond what `npm run check` holds. */
describe("the network behind probe", () => {
  const router = { from: "10.0.1.1", type: 11, code: 0 } as const;
  const end = { from: "10.0.2.9", type: 3, code: 3 } as const;
  const path = { hops: [[router, null], [end]], repeat: 1, late: [40_000] };

  test("answers by TTL, in turn by port, and the last entry for all greater TTLs", () => {
    const probe = probeOn({ ...path, late: [] });
    expect(probe(1, 40_000)).toEqual({ ...router, quotedDstPort: 40_000, rttMs: 1.5 });
    expect(probe(1, 40_001)).toBeNull();
    expect(probe(2, 40_001)).toMatchObject({ ...end, quotedDstPort: 40_001, rttMs: 3.125 });
    expect(probe(9, 40_001)).toMatchObject(end);
  });

  test("two entries that repeat are a loop", () => {
    const other = { ...router, from: "10.0.2.1" };
    const probe = probeOn({ hops: [[end], [router], [other]], repeat: 2, late: [] });
    expect([2, 3, 4, 5, 30].map((ttl) => probe(ttl, 1)?.from)).toEqual(
      ["10.0.1.1", "10.0.2.1", "10.0.1.1", "10.0.2.1", "10.0.1.1"], // prettier-ignore
    );
  });

  test("a late answer comes with the next probe, instead of that one's own", () => {
    const probe = probeOn(path);
    expect(probe(1, 40_000)).toBeNull();
    expect(probe(2, 40_001)?.quotedDstPort).toBe(40_000);
    expect(probe(2, 40_002)?.quotedDstPort).toBe(40_002);
  });

  test("nothing leaves with TTL 0, and nonsense gets no answer", () => {
    const probe = probeOn(path);
    for (const args of [[0, 40_002], [-1, 1], [1.5, 1], ["1", 1], [1, Number.NaN], [], [{}, []]])
      expect(probe(...args)).toBeNull(); // prettier-ignore
  });
});

describe("the same error, said otherwise", () => {
  const [packet, cause, ctx] = errorFor.edges.find(({ name }) => name === "nine-bytes")?.args ?? [];
  const expected = errorFor.reference(packet, cause, ctx);
  if (!(expected instanceof Uint8Array) || !(packet instanceof Uint8Array)) throw new Error("no error");
  const same = (actual: unknown): boolean | undefined =>
    errorFor.sameResult?.(expected, actual, [packet, cause, ctx]);
  const withQuote = (quote: Uint8Array): Uint8Array => {
    const message = concatBytes(expected.subarray(0, 8), quote);
    writeU16(message, 2, 0);
    writeU16(message, 2, internetChecksum(message));
    return message;
  };

  test("a longer quotation is as good, up to the packet's end", () => {
    expect(same(withQuote(packet.subarray(0, 28)))).toBe(true);
    expect(same(withQuote(packet))).toBe(true);
    expect(same(withQuote(packet.subarray(0, 27)))).toBe(false);
    expect(same(withQuote(concatBytes(packet, new Uint8Array(1))))).toBe(false);
  });

  test("a wrong checksum, another code or a changed quotation is not", () => {
    for (const at of [1, 2, 3, 4, 7, 20])
      expect(same(expected.with(at, (expected[at] ?? 0) ^ 1)), String(at)).toBe(false);
    expect(same(null)).toBe(false);
    expect(same(Array.from(expected))).toBe(false);
  });
});

describe("the same decision, said otherwise", () => {
  const received = (name: string): [Router, string, Uint8Array] => {
    const found = Object.values(edges)
      .flat()
      .find((one) => one.name === name);
    if (found === undefined) throw new Error(name);
    return found.args;
  };
  const decided = (name: string): [RouterAction, Uint8Array] => [
    routePacket(...received(name)),
    received(name)[2],
  ];

  test("padding may stay or go, bytes of the packet may not", () => {
    const [action, packet] = decided("with-padding");
    if (action.kind !== "transmit") throw new Error(action.kind);
    const total = readU16(packet, 2);
    expect(sameAction(action, { ...action, packet: action.packet.slice(0, total) }, packet)).toBe(true);
    expect(sameAction(action, { ...action, packet: action.packet.slice(0, total - 1) }, packet)).toBe(false);
    expect(
      sameAction(action, { ...action, packet: concatBytes(action.packet, new Uint8Array(1)) }, packet),
    ).toBe(false);
  });

  test("stage 1 looks where a packet goes, not how old it is", () => {
    const [action, packet] = decided("to-connected");
    const unchanged = { ...action, packet };
    expect(sameWay(action, unchanged, packet)).toBe(true);
    expect(sameAction(action, unchanged, packet)).toBe(false);
    expect(sameWay(action, { ...unchanged, dstMac: "02:00:00:00:00:00" }, packet)).toBe(false);
    expect(sameWay(action, { ...unchanged, packet: packet.with(19, 8) }, packet)).toBe(false);
  });

  test("an error may choose its identification, and nothing else", () => {
    const [action, packet] = decided("ttl-1");
    if (action.kind !== "icmp") throw new Error(action.kind);
    const changed = (at: number): RouterAction => {
      const copy = action.packet.with(at, (action.packet[at] ?? 0) ^ 0x40);
      writeU16(copy, 10, 0);
      writeU16(copy, 10, internetChecksum(copy.subarray(0, 20)));
      return { ...action, packet: copy };
    };
    expect([4, 5].map((at) => sameAction(action, changed(at), packet))).toEqual([true, true]);
    expect(
      [1, 6, 8, 9, 15, 19, 20, 21, 27, 40].map((at) => sameAction(action, changed(at), packet)),
    ).not.toContain(true);
  });

  test("the reason counts where the statement names it", () => {
    const [bad] = decided("wrong-checksum");
    const [quiet] = decided("about-error");
    const packet = received("about-error")[2];
    expect(sameAction(bad, { kind: "drop", reason: "checksum" }, packet)).toBe(false);
    expect(sameAction(quiet, { kind: "drop", reason: "as you like" }, packet)).toBe(true);
    expect(sameAction(quiet, { kind: "drop" }, packet)).toBe(false);
  });

  test("a table without its connected rows is no case: those who look in the table alone would be wronged", () => {
    const [, inIface, packet] = received("to-connected");
    expect(isCase([r1, inIface, packet])).toBe(true);
    expect(isCase([{ ...r1, routes: r1.routes.slice(1) }, inIface, packet])).toBe(false);
  });
});
