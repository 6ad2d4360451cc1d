import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { activityVersion } from "#course/classroom/activity-version.ts";
import { activityNumber } from "#course/classroom/lab.ts";
import { knownActivities } from "#worker/load-activities.ts";

test("finds exercises, activities and repairs, each with a number, points and a version of its own", async () => {
  const known = await knownActivities();
  const numbers = known.map(({ number }) => number);
  expect(numbers).toEqual(expect.arrayContaining(["01.1", "01.3", "03.4 bis", "08.9"]));
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const { number, points, version } of known) {
    expect(activityNumber.safeParse(number).success, number).toBe(true);
    expect(points, number).toBeGreaterThan(0);
    expect(version, number).toMatch(/^[0-9a-f]{8}$/);
  }
  expect(new Set(known.map(({ version }) => version)).size).toBe(known.length);

  const text = readFileSync(new URL("../../../graders/ipv4/checksum/exercise.ts", import.meta.url), "utf8");
  expect(known.find(({ id }) => id === "ipv4/checksum")).toEqual({
    id: "ipv4/checksum",
    number: "03.1",
    points: 4,
    version: activityVersion([{ name: "exercise.ts", text }]),
  });
});
