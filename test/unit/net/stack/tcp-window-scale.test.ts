import { integer, property } from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { segmentArrives } from "#net/stack/tcp/arrival.ts";
import { connect, listen, write } from "#net/stack/tcp/calls.ts";
import type { Connection, TcpStep } from "#net/stack/tcp/connection.ts";
import {
  fieldOfWindow,
  largestWindow,
  shiftFor,
  shiftInForce,
  windowFor,
  windowOfField,
} from "#net/stack/tcp/window-scale.ts";
import { holds } from "../holds.ts";

test.each([
  // The course's figures; the rate is 65,535 · 2^shift bytes a round trip.
  [100e6, 80, 1_000_000, 4, 104_856_000],
  [1e9, 100, 12_500_000, 8, 1_342_156_800],
  [10e9, 100, 125_000_000, 11, 10_737_254_400],
  [5e6, 100, 62_500, 0, 5_242_800],
  [100e9, 200, 2_500_000_000, 14, 42_949_017_600],
])("%d bit/s over %d ms take %d bytes, shift %d, and allow %d bit/s", (rate, rtt, bytes, shift, most) => {
  expect(windowFor(rate, rtt)).toEqual({ bytes, shift, maxBitsPerSecond: most });
});

test("RFC 7323 §2.3: at most 14, for a window of at most 2^30 - 2^14 bytes", () => {
  expect([shiftInForce(14), shiftInForce(15), shiftInForce(255)]).toEqual([14, 14, 14]);
  expect(largestWindow(14)).toBe(1_073_725_440);
  expect(shiftFor(2 ** 40)).toBe(14);
});

test("the field never promises more than there is, and less than one unit less", () => {
  holds(
    property(integer({ min: 0, max: 2 ** 30 }), integer({ min: 0, max: 14 }), (bytes, shift) => {
      const promised = windowOfField(fieldOfWindow(bytes, shift), shift);
      expect(promised).toBeLessThanOrEqual(bytes);
      if (bytes <= largestWindow(shift)) expect(bytes - promised).toBeLessThan(2 ** shift);
    }),
  );
});

const arrive = (to: Connection, { send }: TcpStep): TcpStep => {
  const [segment] = send;
  if (segment === undefined) throw new Error("nothing was sent");
  return segmentArrives(to, { ...segment, dataOffset: 20, reserved: 0, checksum: 0 }, 0);
};
const end = { rcvWnd: 1_000_000, mss: 1000, iss: 0 };

/** The handshake of two ends that offer these shifts, or none. */
function handshake(mine: number | undefined, theirs: number | undefined) {
  const offer = (shift: number | undefined) => (shift === undefined ? {} : { windowScale: shift });
  const syn = connect({ ...end, ...offer(mine), localPort: 5000, remotePort: 80 });
  const synAck = arrive(listen({ ...end, ...offer(theirs), localPort: 80, remotePort: 0 }), syn);
  const ack = arrive(syn.connection, synAck);
  const opened = arrive(synAck.connection, ack);
  return { syn, synAck, ack, ends: [ack.connection, opened.connection] as const };
}
const shown = ({ send }: TcpStep): unknown => send.map(({ window, options }) => [window, toHex(options)]);

test("both offer: SYNs say 65535 unscaled, later segments count in units of their sender's shift", () => {
  const { syn, synAck, ack, ends } = handshake(7, 4);
  expect(shown(syn)).toEqual([[65_535, "01030307"]]);
  expect(shown(synAck)).toEqual([[65_535, "01030304"]]);
  expect(shown(ack)).toEqual([[7812, ""]]);
  // The client knows the server's window from its SYN alone, and so not scaled.
  expect(ends.map(({ sndWnd }) => sndWnd)).toEqual([65_535, 7812 * 128]);
  const text = write(ends[0], new Uint8Array(1000)) ?? ack;
  expect(text.send[0]?.window).toBe(7812);
  const answer = arrive(ends[1], text);
  expect(answer.send[0]?.window).toBe(62_500);
  expect(arrive(text.connection, answer).connection.sndWnd).toBe(1_000_000);
});

test.each([
  [7, undefined],
  [undefined, 4],
  [undefined, undefined],
])("offers of %s and %s: no window is scaled", (mine, theirs) => {
  const { syn, synAck, ack, ends } = handshake(mine, theirs);
  expect(shown(syn)).toEqual([[65_535, mine === undefined ? "" : "01030307"]]);
  expect(shown(synAck)).toEqual([[65_535, ""]]);
  expect(shown(ack)).toEqual([[65_535, ""]]);
  expect(ends.map(({ sndWnd }) => sndWnd)).toEqual([65_535, 65_535]);
});

test("an offer of more than 14 counts as 14", () => {
  expect(handshake(7, 200).ends[0].sndShift).toBe(14);
});
