import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resultsIn } from "../../../../src/cli/class/report.ts";
import { DEFAULT_RUNS, DEFAULT_SEED } from "../../../../src/course/exercise/defaults.ts";
import { encodeValue } from "../../../../src/course/exercise/value.ts";
import { planCases } from "../../../../src/course/grading/plan.ts";
import { knownActivities } from "../../../../src/worker/load-activities.ts";
import { loadExercise } from "../../../../src/worker/load-node.ts";
import { textOf, type Rendered } from "../../../fixtures/class/hand-in-of.ts";
import { graderFile, ids } from "../../../fixtures/class/texts.ts";
import { lab, runHere } from "./run-class.ts";

let scratch: string;
let folder: string;
let own: string;

/** A function that knows the answer to every case that the site draws with its own seed, and nothing else. */
async function hardCoded(id: string): Promise<string> {
  const exercise = await loadExercise(id);
  if (exercise === null) throw new Error(id);
  const cases = planCases(exercise, { seed: DEFAULT_SEED, runs: DEFAULT_RUNS, extraCases: [] });
  const answers = Object.fromEntries(
    cases.map(({ args }) => [keyOf(args[0]), encodeValue(exercise.reference(...args))] as const),
  );
  return `const answers = ${JSON.stringify(answers)};
    export function ${exercise.entry}(input) {
      return answers[typeof input === "number" ? input : [...input].join(".")];
    }`;
}

const keyOf = (input: unknown): string =>
  input instanceof Uint8Array ? [...input].join(".") : String(input);

/** Stands for 02.1: asks the same, of every byte there is. */
const everyByte = `
  import { constantFrom, tuple } from "fast-check";
  import { z } from "zod";
  import site from "#graders/ipv4/header-length/exercise.ts";

  const all = Array.from({ length: 256 }, (_, byte) => byte);
  export default {
    ...site,
    edges: all.map((byte) => ({ name: "byte-" + byte, args: [byte] })),
    generators: { "any-byte": tuple(constantFrom(...all)) },
    accepts: (args) => z.tuple([z.int().min(0).max(255)]).safeParse(args).success,
  };
`;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "private-"));
  [folder, own] = [join(scratch, "remises"), join(scratch, "secret")];
  const versions = new Map((await knownActivities()).map(({ id, version }) => [id, version]));
  const honest: Rendered = {
    student: { number: "1", name: "HONNÊTE Henri", group: "" },
    done: {
      [ids.headerLength]: { text: graderFile("ipv4/header-length/solution") },
      [ids.checksum]: { text: graderFile("ipv4/checksum/solution") },
    },
  };
  const clever: Rendered = {
    student: { number: "2", name: "MALIN Mathilde", group: "" },
    done: {
      [ids.headerLength]: { text: await hardCoded(ids.headerLength) },
      [ids.checksum]: { text: await hardCoded(ids.checksum) },
    },
  };
  mkdirSync(folder);
  for (const one of [honest, clever])
    writeFileSync(join(folder, `${one.student.number}.prip.json`), textOf(one, versions));

  mkdirSync(join(own, ids.headerLength), { recursive: true });
  writeFileSync(join(own, ids.headerLength, "exercise.ts"), everyByte);
  mkdirSync(join(own, ids.checksum), { recursive: true });
  const secret = "45000028beef40004006000001020304ffeeddcc";
  writeFileSync(join(own, ids.checksum, "cases.json"), JSON.stringify([[{ $bytes: secret }]]));
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true }));

const states = (out: string) =>
  [...resultsIn(out).handIns].map(({ activities }) => activities.slice(0, 2).map(({ state }) => state));

test("an answer that knows the site's cases by heart fails a private exercise and a private case", async () => {
  const out = join(scratch, "notes");
  expect(await runHere("grade", folder, "--lab", lab, "--out", out)).toMatchObject({ exitCode: 0 });
  expect(states(out)).toEqual([
    ["passed", "passed"],
    ["passed", "passed"],
  ]);

  // Into the same folder: what the site's seed gave, and what was graded without the private cases is not taken over.
  await runHere("grade", folder, "--lab", lab, "--out", out, "--private", own, "--seed", "7");
  expect(states(out)).toEqual([
    ["passed", "passed"],
    ["failed", "failed"],
  ]);
  const { problems, handIns } = resultsIn(out);
  expect(problems.map(({ number, code, activity }) => [number, code, activity])).toEqual([
    ["2", "claim-differs", "02.1"],
    ["2", "claim-differs", "03.1"],
  ]);
  const verdict = [...handIns][1]?.activities[1]?.verdict;
  expect(verdict).toMatchObject({ kind: "failed", seed: 7, counterexample: { origin: "extra", index: 0 } });
});

test("a case that the statement does not allow is refused with file and place", async () => {
  writeFileSync(join(own, ids.checksum, "cases.json"), JSON.stringify([[{ $bytes: "4500" }]]));
  const refused = runHere("grade", folder, "--lab", lab, "--out", join(scratch, "x"), "--private", own);
  await expect(refused).rejects.toThrow(/cases\.json\u202f», cas 1\u202f: l'énoncé ne prévoit pas/);
});

test("a new exercise is graded like any other, once it has a statement", async () => {
  const id = "secret/header-length";
  mkdirSync(join(own, id), { recursive: true });
  writeFileSync(join(own, id, "exercise.ts"), everyByte.replace("...site,", '...site, number: "98.1",'));
  const exam = join(scratch, "tp98.yaml");
  writeFileSync(exam, readFileSync(lab, "utf8").replaceAll("tp90", "tp98").replace('"02.1"', '"98.1"'));
  const exams = join(scratch, "examen");
  mkdirSync(exams);
  const student = { number: "1", name: "HONNÊTE Henri", group: "" };
  const done = { [id]: { text: graderFile("ipv4/header-length/solution"), version: "whatever" } };
  writeFileSync(join(exams, "1.prip.json"), textOf({ lab: "tp98", student, done }, new Map()));
  rmSync(join(own, ids.checksum), { recursive: true });

  const out = join(scratch, "exam");
  const run = () => runHere("grade", exams, "--lab", exam, "--out", out, "--private", own);
  await expect(run()).rejects.toThrow(/header-length\/statement\.fr\.mdx\u202f»/);
  const statement = new URL("../../../../graders/ipv4/header-length/statement.fr.mdx", import.meta.url);
  copyFileSync(statement, join(own, id, "statement.fr.mdx"));
  await run();
  expect(states(out)).toEqual([["passed", "missing"]]);
});
