import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pointsInAll } from "#course/classroom/lab.ts";
import { readLab } from "#course/classroom/read-lab.ts";
import { knownActivities } from "#worker/load-activities.ts";

const folder = new URL("../../../../content/labs/", import.meta.url);
const files = readdirSync(folder).toSorted();

test("six labs are right, cover chapters 1 to 9, ask for nothing twice and follow each other", async () => {
  const known = (await knownActivities()).map(({ number }) => number);
  const labs = files.map((file) => {
    const read = readLab(readFileSync(new URL(file, folder), "utf8"), `content/labs/${file}`, known);
    if (!read.ok) throw new Error(read.problems.join("\n"));
    return read.lab;
  });
  expect(labs.map(({ number }) => number)).toEqual(["tp1", "tp2", "tp3", "tp4", "tp5", "tp6"]);
  const asked = labs.flatMap(({ activities }) => activities.map(({ activity }) => activity));
  expect(new Set(asked).size).toBe(asked.length);
  expect([...new Set(asked.map((number) => Number.parseInt(number, 10)))].toSorted()).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  expect(labs.map(pointsInAll)).toEqual(labs.map(() => 20));
  expect(labs.map(({ opens }) => opens)).toEqual(labs.map(({ opens }) => opens).toSorted((a, b) => a - b));
});
