import { expect, test } from "vitest";
import { Meter } from "#course/sandbox/meter.ts";

const budget = { stepsPerCase: 30_000, stepsInAll: 50_000 };

test("a case is stopped at the first question beyond its budget, and the next one begins at nothing", () => {
  const meter = new Meter(budget);
  expect([meter.poll(), meter.poll(), meter.poll()]).toStrictEqual([false, false, false]);
  expect(meter.poll()).toBe(true);
  expect(meter.spent()).toStrictEqual({ kind: "out-of-budget", limit: "case", steps: 30_000 });
  meter.startCase();
  expect(meter.steps).toBe(0);
  expect(meter.spent()).toBeNull();
});

test("all cases together are stopped for good", () => {
  const meter = new Meter(budget);
  for (let i = 0; i < 6; i++) {
    meter.startCase();
    meter.poll();
  }
  expect(meter.spent()).toStrictEqual({ kind: "out-of-budget", limit: "submission", steps: 50_000 });
});

test("promise jobs cost steps", () => {
  const meter = new Meter(budget);
  for (let i = 0; i < 15; i++) meter.job();
  expect(meter.spent()).toBeNull();
  meter.job();
  expect(meter.spent()).toMatchObject({ limit: "case" });
});

test("the harness's own guest code runs on, and costs nothing", () => {
  const meter = new Meter(budget);
  for (let i = 0; i < 4; i++) meter.poll();
  expect(meter.pausedFor(() => meter.poll())).toBe(false);
  expect(meter.steps).toBe(40_000);
  expect(meter.poll()).toBe(true);
});
