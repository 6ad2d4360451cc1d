import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { OfferedFile } from "#course/classroom/intake/unpack.ts";
import { knownActivities } from "#worker/load-activities.ts";
import type { TeacherData } from "../../../src/site/teacher/data.ts";
import { mostFiles, takeIn } from "../../../src/site/teacher/take-in.ts";
import { textOf } from "../../fixtures/class/hand-in-of.ts";

const lab = readFileSync(new URL("../../fixtures/class/tp90.yaml", import.meta.url), "utf8");
const data: TeacherData = {
  known: [...(await knownActivities())],
  labs: [
    { name: "tp1", text: lab.replace("tp90", "tp1") },
    { name: "tp2", text: lab.replace("tp90", "tp2") },
  ],
  activities: [],
  repairs: [],
  exercises: [],
};
const file = (path: string, text: string): OfferedFile => {
  const bytes = new TextEncoder().encode(text);
  return { path, size: bytes.length, read: () => bytes };
};
const handIn = (number: number, lab: string): OfferedFile =>
  file(
    `${number}.prip.json`,
    textOf({ lab, student: { number: String(number), name: `S ${number}`, group: "" }, done: {} }, new Map()),
  );
const many = (count: number): OfferedFile[] => Array.from({ length: count }, (_, i) => handIn(i, "tp1"));

describe("the page takes in", () => {
  test("the lab that the hand-ins name", () => {
    const read = takeIn([handIn(2, "tp1"), handIn(1, "tp1"), file("photo.png", "")], "", data);
    expect(
      read.ok && [read.taken.lab.number, read.taken.orders.length, read.taken.problems[0]?.code],
    ).toEqual(["tp1", 2, "not-ours"]);
  });

  test("the lab that the teacher chose; the others are problems", () => {
    const read = takeIn([handIn(1, "tp1"), handIn(2, "tp2")], "tp2", data);
    expect(read.ok && [read.taken.lab.number, read.taken.orders.length]).toEqual(["tp2", 1]);
    expect(read.ok && read.taken.problems).toMatchObject([{ code: "other-lab", detail: "tp1" }]);
  });

  test("a lab of the teacher's own, from its file among the hand-ins", () => {
    const read = takeIn([handIn(1, "tp90"), file("remises/tp90.yaml", lab)], "", data);
    expect(read.ok && [read.taken.lab.number, read.taken.problems.length]).toEqual(["tp90", 0]);
  });

  test("no folder of results", () => {
    const results = ["notes-tp1/copies.ndjson", "notes-tp1/notes.csv", "notes-tp1/remises/1.html"];
    const read = takeIn([handIn(1, "tp1"), ...results.map((path) => file(path, ""))], "", data);
    expect(read.ok && [read.taken.orders.length, read.taken.problems]).toEqual([1, []]);
  });

  test.each([
    [[handIn(1, "tp1"), handIn(2, "tp2")], /plusieurs TP.*tp1, tp2/],
    [[handIn(1, "tp9")], /tp9\.yaml/],
    [[file("a.txt", "")], /Aucune remise/],
    [[handIn(1, "tp90"), file("tp90.yaml", "number: tp90")], /tp90\.yaml, ligne/],
  ])("a sentence where it cannot go on", (files, sentence) => {
    const read = takeIn(files, "", data);
    expect(read.ok || read.sentence).toMatch(sentence);
  });

  test("two hundred hand-ins, and names the command line for more", () => {
    expect(takeIn(many(mostFiles), "", data).ok).toBe(true);
    const read = takeIn(many(mostFiles + 1), "", data);
    expect(read.ok || read.sentence).toMatch(/200.*npm run --silent class -- grade/);
  });
});
