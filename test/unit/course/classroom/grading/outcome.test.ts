import { describe, expect, test } from "vitest";
import { brokenNetworks } from "../../../../../src/cli/class/activity-files.ts";
import type { Verdict } from "../../../../../src/course/exercise/verdict.ts";
import { gradeText } from "../../../../../src/course/classroom/grading/grade-activity.ts";
import { gradeRepairs } from "../../../../../src/course/classroom/grading/grade-repairs.ts";
import { ofVerdict } from "../../../../../src/course/classroom/grading/outcome.ts";
import { remembering } from "../../../../../src/course/classroom/grading/remember.ts";
import { workTime } from "../../../../../src/course/classroom/grading/work-time.ts";
import { internalError, timeoutVerdict } from "../../../../../src/course/grading/failures.ts";
import { failing, passed } from "../../progress/verdicts.ts";

const failed = failing(1);
const minute = 60_000;
const at = (...minutes: readonly number[]) => ({
  attempts: minutes.map((time) => ({ ...attempt, id: `a:${time}`, time: time * minute })),
});
const attempt = {
  kind: "failed",
  seed: 0,
  cases: { run: 0, passed: 0, total: 0 },
  mistake: null,
  points: 0,
};

test("time counts pauses of up to fifteen minutes, in whatever order the attempts are listed", () => {
  expect(workTime(at(0, 10, 25, 41))).toBe(25 * minute);
  expect(workTime(at(41, 25, 0, 10))).toBe(25 * minute);
  expect(workTime(at(3))).toBe(0);
  expect(workTime(at())).toBe(0);
});

describe("a verdict's share of the points", () => {
  test("is that of the stages that passed, by their points", () => {
    const stages: NonNullable<Verdict["stages"]> = [
      { name: "one", points: 1, outcome: "passed" },
      { name: "two", points: 3, outcome: "passed" },
      { name: "three", points: 4, outcome: "not-reached" },
    ];
    expect(ofVerdict({ ...failed, stages })).toMatchObject({
      share: 0.5,
      state: "partial",
      mistakes: ["carry-lost"],
    });
    expect(ofVerdict({ ...failed, stages: [] })).toMatchObject({ share: 0, state: "failed" });
    expect(ofVerdict(passed)).toMatchObject({ share: 1, state: "passed", mistakes: [] });
  });

  test("of the grader's own failure is none: a person has to look", async () => {
    expect(ofVerdict(internalError(1, new Error("x")))).toMatchObject({ share: 0, state: "ungraded" });
    const task = { kind: "code", extraCases: [] } as const;
    const marking = { seed: 1, grade: () => Promise.reject(new Error("the pool is closed")) };
    expect(await gradeText({ id: "a/b", task }, "text", marking)).toMatchObject({ state: "ungraded" });
    expect(await gradeText({ id: "a/b", task }, " \n", marking)).toMatchObject({ state: "missing" });
  });
});

test("repairs that are no notes, or more commands than anybody types, repair nothing", () => {
  const networks = brokenNetworks();
  const name = "4-passerelle";
  const right: [string, string] = ["A", "ip route add default via 192.168.100.1"];
  const share = (commands: unknown): number =>
    gradeRepairs(networks, JSON.stringify({ [name]: commands })).share;
  expect(share([right])).toBe(0.2); // one of five
  expect(share([...Array.from({ length: 500 }, () => ["A", "ip addr show"]), right])).toBe(0);
  expect(share([["A", "ip route add " + " ".repeat(200)], right])).toBe(0);
  expect(share("ip")).toBe(0);
  expect(gradeRepairs(networks, "{")).toMatchObject({ share: 0, state: "failed" });
});

test("the same text is graded once; what the grader failed on is asked again", async () => {
  const verdicts = [passed, internalError(1, "x"), timeoutVerdict(1), passed];
  let calls = 0;
  const grade = remembering(() => Promise.resolve(verdicts[calls++] ?? passed));
  const request = (source: string) => ({ exercise: "a/b", source, seed: 1, runs: 1, extraCases: [] });
  await grade(request("a"));
  await grade(request("a"));
  expect(calls).toBe(1);
  for (const source of ["b", "b", "b", "b"]) await grade(request(source));
  expect(calls).toBe(4);
  // Many others later, the first is forgotten.
  for (let i = 0; i < 300; i++) await grade(request(`c${i}`));
  await grade(request("a"));
  expect(calls).toBe(305);
});
