import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mergeActivities,
  pointsOf,
  stateOf,
  emptyActivity,
  type Activity,
} from "../../../../src/course/progress/activity.ts";
import { openActivity } from "../../../../src/course/progress/activity-store.ts";
import { keptAfter } from "../../../../src/course/progress/kept-cases.ts";
import { activityKey } from "../../../../src/course/progress/keys.ts";
import { browser } from "./desk.ts";
import { failing, graderFailed, notCompiled, passed } from "./verdicts.ts";

const id = "ipv4/checksum";

describe("the cases kept for next time", () => {
  test("the failing one is kept", () => expect(keptAfter(failing(1), [], [])).toEqual([[1]]));
  test("all go when all pass", () => expect(keptAfter(passed, [[1]], [[1]])).toEqual([]));
  test("those that came before the failing one have passed and go; those after it stay", () =>
    expect(keptAfter(failing(2, { origin: "extra", index: 1 }), [[1], [2], [3]], [])).toEqual([[2], [3]]));
  test("a kept case that was made smaller stays beside its smaller form", () =>
    expect(keptAfter(failing(9, { origin: "extra", index: 1 }), [[1], [2], [3]], [])).toEqual([
      [9],
      [2],
      [3],
    ]));
  test("a new failure after the extra cases means that these have passed", () =>
    expect(keptAfter(failing(9), [[1], [2]], [[1], [2]])).toEqual([[9]]));
  test("with stages, the failure of a stage says nothing of the extra cases", () =>
    expect(keptAfter({ ...failing(9), stages: [] }, [[1], [2]], [[1], [2]])).toEqual([[9], [1], [2]]));
  test("a file that does not compile changes nothing", () =>
    expect(keptAfter(notCompiled, [[7]], [[1]])).toEqual([[1]]));
});

describe("the activity of an exercise", () => {
  test("counts attempts and points, and keeps them over a reload", () => {
    const chromium = browser();
    const here = openActivity(chromium.page(), id);
    here.attempt(failing(1), 4, []);
    expect(stateOf(here.current(), true)).toBe("started");
    expect(pointsOf(here.current())).toBe(0);
    here.attempt(passed, 4, [[1]]);
    here.hint(2);
    here.hint(1);
    here.solutionShown();
    const again = openActivity(chromium.page(), id).current();
    expect(again.attempts.map(({ kind, points, mistake }) => [kind, points, mistake])).toEqual([
      ["failed", 0, "carry-lost"],
      ["passed", 4, null],
    ]);
    expect(again.hints).toBe(2);
    expect(again.solution).toBeGreaterThan(0);
    expect(stateOf(again, true)).toBe("passed");
    expect(pointsOf(again)).toBe(4);
  });

  test("stages that passed give their points, the best attempt counts", () => {
    const here = openActivity(browser().page(), id);
    const stages = (...passing: readonly boolean[]) =>
      passing.map((is, i) => ({
        name: String(i),
        points: i + 1,
        outcome: is ? ("passed" as const) : ("failed" as const),
      }));
    here.attempt({ ...failing(1), stages: stages(true, false, true) }, 6, []);
    here.attempt({ ...failing(1), stages: stages(true, false, false) }, 6, []);
    expect(here.current().attempts.map(({ points }) => points)).toEqual([4, 1]);
    expect(pointsOf(here.current())).toBe(4);
    expect(stateOf(here.current(), true)).toBe("started");
    here.attempt({ ...passed, stages: stages(true, true, true) }, 6, []);
    expect(pointsOf(here.current())).toBe(6);
  });

  test("a failure of the grader is no attempt", () => {
    const here = openActivity(browser().page(), id);
    here.attempt(graderFailed, 4, []);
    expect(here.current().attempts).toEqual([]);
  });

  test("attempts in two tabs all count", () => {
    const chromium = browser();
    const one = openActivity(chromium.page(), id);
    const two = openActivity(chromium.page(), id);
    one.attempt(failing(1), 4, []);
    two.attempt(failing(2), 4, []);
    one.attempt(passed, 4, []);
    expect(two.current().attempts).toHaveLength(3);
    expect(two.kept()).toEqual([]);
  });

  test("what another tab wrote over is written again", () => {
    const chromium = browser();
    const one = openActivity(chromium.page(), id);
    one.attempt(failing(1), 4, []);
    // The other tab read before that attempt and writes after it.
    const other = chromium.storage.tab();
    other.write(activityKey(id), JSON.stringify({ ...emptyActivity(id), hints: 2 }));
    const found = openActivity(chromium.page(), id).current();
    expect([found.attempts.length, found.hints]).toEqual([1, 2]);
  });

  test("erasing in another tab erases here", () => {
    const chromium = browser();
    const one = openActivity(chromium.page(), id);
    one.attempt(passed, 4, []);
    chromium.storage.tab().remove(activityKey(id));
    expect(one.current()).toEqual(emptyActivity(id));
  });

  test("a full storage forgets nothing on this page", () => {
    const here = openActivity(browser(10).page(), id);
    expect(here.attempt(passed, 4, [])).toBe("full");
    expect(here.current().attempts).toHaveLength(1);
  });
});

const anyActivity: fc.Arbitrary<Activity> = fc
  .record({
    ids: fc.uniqueArray(fc.nat({ max: 12 })),
    hints: fc.nat({ max: 3 }),
    solution: fc.option(fc.nat({ max: 9 })),
    kept: fc.option(fc.record({ time: fc.nat({ max: 3 }), writer: fc.constantFrom("tab-a", "tab-b") })),
  })
  .map(({ ids, hints, solution, kept }) => ({
    ...emptyActivity(id),
    attempts: ids
      .toSorted((a, b) => a - b)
      .map((n) => ({
        id: `tab:${String(n)}`,
        time: Math.floor(n / 3),
        kind: "failed",
        seed: 1,
        cases: { run: 1, passed: 0, total: 1 },
        mistake: null,
        points: 0,
      }))
      .toSorted((x, y) => x.time - y.time || (x.id < y.id ? -1 : 1)),
    hints,
    solution,
    // One writer writes one list at one time.
    kept: kept === null ? null : { ...kept, cases: [[`${kept.writer} ${String(kept.time)}`]] },
  }));

test("merging is a union: the order does not matter, and doing it twice changes nothing", () => {
  fc.assert(
    fc.property(anyActivity, anyActivity, anyActivity, (a, b, c) => {
      expect(mergeActivities(a, b)).toEqual(mergeActivities(b, a));
      expect(mergeActivities(a, mergeActivities(b, c))).toEqual(mergeActivities(mergeActivities(a, b), c));
      expect(mergeActivities(a, a)).toEqual(a);
      const merged = mergeActivities(a, b).attempts.map((one) => one.id);
      for (const one of [...a.attempts, ...b.attempts]) expect(merged).toContain(one.id);
    }),
    { seed: 1 },
  );
});
