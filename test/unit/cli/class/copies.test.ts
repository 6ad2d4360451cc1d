import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { copiesOf, openCopies, type Copy } from "../../../../src/cli/class/copies.ts";
import { linesOf } from "../../../../src/cli/class/lines.ts";

let scratch: string;
let file: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "copies-"));
  file = join(scratch, "copies.ndjson");
});
afterEach(() => rmSync(scratch, { recursive: true }));

const copy = (key: string, state: "passed" | "ungraded" = "passed"): Copy => ({
  key,
  handIn: {
    path: `${key}.prip.json`,
    others: [],
    lab: "tp1",
    student: { name: "Éva", number: key, group: "" },
    made: 0,
    kept: 1,
    daysLate: 0,
    activities: [
      {
        number: "01.1",
        id: "bytes/read-uint",
        share: 1,
        state,
        verdict: null,
        mistakes: [],
        claimed: null,
        agrees: true,
        attempts: 0,
        hints: 0,
        solutionShown: false,
        time: 0,
        source: "",
      },
    ],
  },
  problems: [],
});

const keys = (): readonly string[] => [...copiesOf(file)].map(({ key }) => key);

test("what was appended is there again; a cut line is cut off and graded anew", () => {
  const first = openCopies(file);
  first.append(copy("a"));
  first.append(copy("b"));
  appendFileSync(file, JSON.stringify(copy("c")).slice(0, -1)); // killed before the end of the line
  const second = openCopies(file);
  expect(["a", "b", "c"].map(second.has)).toEqual([true, true, false]);
  second.append(copy("c"));
  expect(keys()).toEqual(["a", "b", "c"]);
});

test("the finished file has the copies that are asked for, in order, each once", () => {
  const copies = openCopies(file);
  for (const key of ["c", "a", "old", "b"]) copies.append(copy(key));
  copies.finish(["a", "b", "c"]);
  expect(keys()).toEqual(["a", "b", "c"]);
  expect(readFileSync(file, "utf8").split("\n")).toHaveLength(4);
});

test("damaged lines and what the grader failed on are not taken over", () => {
  const lines = [copy("a"), copy("b", "ungraded"), { key: "c" }].map((one) => JSON.stringify(one));
  writeFileSync(file, `${lines.join("\n")}\nnot json\n`);
  const copies = openCopies(file);
  expect(["a", "b", "c"].map(copies.has)).toEqual([true, false, false]);
  copies.append(copy("b"));
  copies.finish(["b", "a"]);
  expect(keys()).toEqual(["b", "a"]);
});

test("lines longer and shorter than what is read at once are whole, at their places", () => {
  const texts = ["é", "", "x".repeat(3_000_000), "y".repeat(1_048_575), "end"];
  writeFileSync(file, `${texts.join("\n")}\ncut`);
  const lines = [...linesOf(file)].map(({ offset, bytes }) => ({ offset, text: bytes.toString("utf8") }));
  expect(lines.map(({ text }) => text)).toEqual(texts);
  const all = readFileSync(file);
  for (const { offset, text } of lines)
    expect(all.subarray(offset, offset + Buffer.byteLength(text)).toString("utf8")).toBe(text);
});
