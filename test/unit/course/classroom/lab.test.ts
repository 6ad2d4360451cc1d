import { describe, expect, test } from "vitest";
import { labSchema, pointsInAll, pointsInLab, type Lab } from "../../../../src/course/classroom/lab.ts";
import { daysLate, shareKept } from "../../../../src/course/classroom/late.ts";

const file = {
  number: "tp3",
  title: "Vérifier et réécrire",
  summary: "La somme de contrôle et le TTL.",
  opens: "2027-01-18T08:00+01:00",
  due: "2027-01-25T20:00+01:00",
  late: { percentPerDay: "10", days: "3" },
  activities: [
    { activity: "03.1", points: "4" },
    { activity: "03.3", points: "2.5" },
  ],
};
const lab: Lab = labSchema.parse(file);
const issues = (changed: object) =>
  labSchema.safeParse({ ...file, ...changed }).error?.issues.map(({ path }) => path.join("."));

test("a lab is read with its instants in milliseconds", () => {
  expect(new Date(lab.due).toISOString()).toBe("2027-01-25T19:00:00.000Z");
  expect(pointsInAll(lab)).toBe(6.5);
});

test("an activity brings its share of the lab's points", () => {
  expect(pointsInLab(3, 4, 2)).toBe(1.5);
  expect(pointsInLab(4, 4, 2)).toBe(2);
  expect(pointsInLab(5, 4, 2)).toBe(2);
  expect(pointsInLab(0, 0, 2)).toBe(0);
});

test("numbers with « bis » and « ter » are numbers", () => {
  expect(issues({ activities: [{ activity: "03.4 bis", points: "1" }] })).toBeUndefined();
  expect(issues({ activities: [{ activity: "03.4bis", points: "1" }] })).toEqual(["activities.0.activity"]);
});

test.each([
  ["a due date before the opening", { due: "2027-01-18T07:00+01:00" }, ["due"]],
  ["a date without its distance from UTC", { opens: "2027-01-18T08:00" }, ["opens"]],
  [
    "an activity listed twice",
    { activities: [file.activities[0], file.activities[0]] },
    ["activities.1.activity"],
  ],
  ["points that are no number", { activities: [{ activity: "03.1", points: "x" }] }, ["activities.0.points"]],
  ["a number that is no file name", { number: "../tp3" }, ["number"]],
])("%s is refused at its place", (_, changed, places) => {
  expect(issues(changed)).toEqual(places);
});

describe("a late hand-in", () => {
  const hour = 3_600_000;

  test.each([
    [-1, 0, 1],
    [0, 0, 1],
    [1, 1, 0.9],
    [24, 1, 0.9],
    [25, 2, 0.8],
    [72, 3, 0.7],
    [73, 4, 0],
  ])("%i hours after the due date: %i days, %f of the points", (hours, days, share) => {
    expect(daysLate(lab, lab.due + hours * hour)).toBe(days);
    expect(shareKept(lab, lab.due + hours * hour)).toBeCloseTo(share, 12);
  });

  test("keeps all its points where the lab has no policy, and never less than none", () => {
    expect(shareKept({ due: lab.due }, lab.due + 1000 * hour)).toBe(1);
    expect(shareKept({ due: lab.due, late: { percentPerDay: 60, days: 9 } }, lab.due + 48 * hour)).toBe(0);
  });
});
