import { expect, test } from "vitest";
import { shareKept } from "#course/classroom/late.ts";
import { countsUntil, phaseOf } from "#course/classroom/phase.ts";

const hour = 3_600_000;
const due = Date.UTC(2027, 0, 25, 19);
const lab = { opens: due - 168 * hour, due, late: { percentPerDay: 10, days: 3 } };

test.each([
  [-170, { kind: "before", opensIn: 2 * hour }],
  [-168, { kind: "open", left: 168 * hour }],
  [0, { kind: "open", left: 0 }],
  [1, { kind: "late", days: 1, kept: 0.9 }],
  [72, { kind: "late", days: 3, kept: 0.7 }],
  [73, { kind: "closed" }],
])("%i hours from the due date: %o", (hours, phase) => {
  expect(phaseOf(lab, due + hours * hour)).toEqual(phase);
});

test("a lab without a policy never closes", () => {
  const free = { opens: lab.opens, due };
  expect(countsUntil(free)).toBeNull();
  expect(phaseOf(free, due + 1000 * hour)).toEqual({ kind: "late", days: 42, kept: 1 });
});

test.each([
  [10, 3],
  [0, 3],
  [50, 9],
  [60, 9],
  [100, 9],
  [33, 366],
  [10, 0],
])(
  "%i %% a day for %i days: what the last instant keeps counts, what comes after does not",
  (percentPerDay, days) => {
    const times = { ...lab, late: { percentPerDay, days } };
    const last = countsUntil(times) ?? Number.NaN;
    expect(shareKept(times, last)).toBeGreaterThan(0);
    expect(shareKept(times, last + 1)).toBe(0);
  },
);
