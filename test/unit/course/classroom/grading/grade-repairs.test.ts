import { expect, test } from "vitest";
import { brokenNetworks } from "../../../../../src/cli/class/activity-files.ts";
import { gradeRepairs } from "../../../../../src/course/classroom/grading/grade-repairs.ts";
import { repairNotes } from "../../../../fixtures/class/texts.ts";

test("commands on a node that no network has repair nothing; the other networks count", () => {
  const forged = repairNotes(2).replace(
    "{",
    '{"5-silence":[["__proto__","ip route add default via 1.1.1.1"]],',
  );
  expect(gradeRepairs(brokenNetworks(), forged)).toMatchObject({ state: "partial", share: 2 / 5 });
});
