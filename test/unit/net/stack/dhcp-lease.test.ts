import { expect, test } from "vitest";
import { infiniteLease, leasePhase, leaseTimers, nextLeaseRequest } from "#net/stack/dhcp-lease.ts";

const hour = { seconds: 3600 };

/** RFC 2131 §4.4.5: T1 is half of the lease, T2 seven eighths. */
test.each([
  [0, "BOUND", null],
  [1799, "BOUND", null],
  [1800, "RENEWING", "unicast"],
  [3149, "RENEWING", "unicast"],
  [3150, "REBINDING", "broadcast"],
  [3599, "REBINDING", "broadcast"],
  [3600, "EXPIRED", null],
])("%i s into a lease of an hour: %s, %s", (elapsed, phase, to) => {
  expect(leasePhase(hour, elapsed)).toEqual({ phase, to });
});

test.each([
  [{ seconds: 1000, t1: 100, t2: 200 }, 100, 200],
  [{ seconds: 1000, t1: 100 }, 100, 875],
  [{ seconds: 1000, t2: 600 }, 500, 600],
  // Out of order, also with a default: both fall back.
  [{ seconds: 1000, t1: 200, t2: 200 }, 500, 875],
  [{ seconds: 1000, t1: 900 }, 500, 875],
  [{ seconds: 1000, t2: 400 }, 500, 875],
  [{ seconds: 1000, t1: 100, t2: 1000 }, 500, 875],
  [{ seconds: 1 }, 0.5, 0.875],
])("%o: T1 %d, T2 %d", (lease, t1, t2) => {
  expect(leaseTimers(lease)).toEqual({ t1, t2 });
});

test("a lease of 0xffffffff never ends, whatever the timers say", () => {
  const lease = { seconds: infiniteLease, t1: 1, t2: 2 };
  expect(leasePhase(lease, infiniteLease)).toEqual({ phase: "BOUND", to: null });
  expect(nextLeaseRequest(lease, 0)).toBeNull();
});

test("unanswered, the client asks again after half of the time left, at least 60 s later", () => {
  const asked: number[] = [];
  for (let at = nextLeaseRequest(hour, 0); at !== null; at = nextLeaseRequest(hour, at)) asked.push(at);
  // To T2: 1800, then half of 1350, 675, 337.5, 168.75 left, 60 from there on; to the end the same way.
  expect(asked).toEqual([1800, 2475, 2812.5, 2981.25, 3065.625, 3125.625, 3150, 3375, 3487.5, 3547.5]);
  expect(nextLeaseRequest(hour, 3600)).toBeNull();
});
