import { array, boolean, double, oneof, property, record } from "fast-check";
import { expect, test } from "vitest";
import { backOffRto, initialRto, sampleRtt, type RtoState } from "#net/stack/rto.ts";
import { holds } from "../holds.ts";

const after = (...samples: number[]): RtoState =>
  samples.reduce((state, rtt) => sampleRtt(state, rtt, false), initialRto);

// Part E of the course: 100, 200, 100, 900, 2000 ms, worked out by hand from RFC 6298 §2.
test("five measurements", () => {
  expect(after(100)).toEqual({ srtt: 100, rttvar: 50, rto: 1000 });
  expect(after(100, 200)).toEqual({ srtt: 112.5, rttvar: 62.5, rto: 1000 });
  expect(after(100, 200, 100).rto).toBe(1000);
  expect(after(100, 200, 100, 900).rto).toBeCloseTo(1148.633, 3);
  expect(after(100, 200, 100, 900, 2000).rto).toBeCloseTo(2928.101, 3);
});

test("the clock's granularity is the least that is added", () => {
  const rules = { alpha: 1 / 8, beta: 1 / 4, k: 4, granularity: 100, minimum: 0, maximum: 60_000 };
  expect(sampleRtt({ srtt: 500, rttvar: 0, rto: 0 }, 500, false, rules).rto).toBe(600);
});

test("a segment sent twice measures nothing", () => {
  const state = after(100, 200);
  expect(sampleRtt(state, 5000, true)).toBe(state);
});

test("each time-out doubles the wait, up to a minute; the measurements stay", () => {
  const waits: number[] = [];
  let state = after(100);
  for (let i = 0; i < 8; i++) {
    state = backOffRto(state);
    waits.push(state.rto);
  }
  expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect([state.srtt, state.rttvar]).toEqual([100, 50]);
});

test("the wait stays between a second and a minute, and is never below the smoothed time", () => {
  const rtt = double({ min: 0, max: 100_000, noNaN: true });
  const event = oneof(record({ rtt, retransmitted: boolean() }), record({ timeout: boolean() }));
  holds(
    property(array(event, { maxLength: 30 }), (events) => {
      let state = initialRto;
      let [least, most] = [Infinity, 0];
      for (const event of events) {
        if ("timeout" in event) state = backOffRto(state);
        else {
          state = sampleRtt(state, event.rtt, event.retransmitted);
          if (!event.retransmitted) [least, most] = [Math.min(least, event.rtt), Math.max(most, event.rtt)];
        }
        expect(state.rto).toBeGreaterThanOrEqual(Math.max(1000, Math.min(60_000, state.srtt ?? 0)));
        expect(state.rto).toBeLessThanOrEqual(60_000);
        if (state.srtt !== null) {
          // A mean of what was measured.
          expect(state.srtt).toBeGreaterThanOrEqual(least * (1 - 1e-12));
          expect(state.srtt).toBeLessThanOrEqual(most * (1 + 1e-12));
        }
      }
    }),
  );
});
