import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copiesFile } from "../../../../src/cli/class/class-file.ts";
import { resultsIn } from "../../../../src/cli/class/report.ts";
import { expectedNotes, expectedProblems } from "../../../fixtures/class/expected.ts";
import { day, due, hour } from "../../../fixtures/class/hand-in-of.ts";
import { writeClass } from "../../../fixtures/class/made-class.ts";
import { filesIn, lab, runHere, startCommand } from "./run-class.ts";

/** The class is graded once by the command itself; everything else is held to what that gave. */
let scratch: string;
let folder: string;
let whole: string;
let run: { code: number | null; out: string; err: string };

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "class-"));
  [folder, whole] = [join(scratch, "remises"), join(scratch, "notes")];
  await writeClass(folder);
  run = await startCommand(["grade", folder, "--lab", lab, "--out", whole]).ended;
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true }));

const grade = (out: string, ...more: readonly string[]) =>
  runHere("grade", folder, "--lab", lab, "--out", out, ...more);

const table = (name: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(join(whole, name), "utf8").replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  }).data;

describe("a class of thirty files", () => {
  test("is graded to its end: exit 3 for the files that need a look, and where to look first", () => {
    expect(run).toEqual({
      code: 3,
      err: "",
      out: `21 remises notées.\nRésultats\u202f: ${whole}\nÀ voir d'abord\u202f: problemes.csv, 15 lignes.\nPuis classe.html\u202f: les notes, et ce que la classe n'a pas compris.\n`,
    });
  });

  test("gives each student the note and the mistakes that were written down by hand", () => {
    const done = new Map(
      [...resultsIn(whole).handIns].map(({ student, activities }) => [
        student.name,
        activities
          .filter(({ state }) => state !== "missing")
          .map(({ number, state, mistakes }) => [number, state, ...mistakes].join(" "))
          .join(", "),
      ]),
    );
    const rows = table("notes.csv").map((row) => {
      const name = row["Nom complet"] ?? "";
      return [row["Numéro d'identification"], name, row["Note"], done.get(name)];
    });
    expect(rows).toEqual(expectedNotes);
  });

  test("names every file that needs a look, and nothing else", () => {
    const found = resultsIn(whole).problems.map((one) => [
      one.path,
      one.number,
      one.code,
      one.activity,
      one.detail,
    ]);
    expect(found).toEqual(expectedProblems);
    expect(table("problemes.csv").map((row) => [row["Fichier"], row["Code"]])).toEqual(
      expectedProblems.map(([path, , code]) => [path, code]),
    );
  });

  test("writes the tables, the class page and a page a student", () => {
    const numbers = expectedNotes.map(([number], at) => {
      const before = expectedNotes.slice(0, at).some(([other]) => other === number);
      return `remises/${number}${before ? "~2" : ""}.html`;
    });
    const written = ["classe.html", "classe.json", "copies.ndjson", "junit.xml"];
    const tables = ["notes.csv", "problemes.csv", "resultats.csv"];
    expect(Object.keys(filesIn(whole))).toEqual([...written, ...tables, ...numbers].toSorted());
  });

  test("is not graded into the folder of the hand-ins: results would be taken for hand-ins", async () => {
    await expect(grade(folder)).rejects.toThrow(/Les résultats iraient parmi les remises/);
  });

  test("keeps how the work was done, lateness, and the student's other files", () => {
    const byNumber = new Map([...resultsIn(whole).handIns].map((one) => [one.student.number, one]));
    expect(byNumber.get("103")?.activities[0]).toMatchObject({
      attempts: 4,
      hints: 2,
      solutionShown: true,
      time: 18 * 60_000, // ten minutes, a pause that does not count, eight minutes
      claimed: false,
      agrees: true,
    });
    expect(byNumber.get("109")).toMatchObject({ daysLate: 3, kept: 0.4, made: due + 3 * day });
    expect(byNumber.get("110")).toMatchObject({
      path: "par-courriel/tp90-JULES-JOLY-110.prip.json",
      others: [
        {
          path: "remises.zip/JOLY Jules_5110_assignsubmission_file_/tp90-JOLY-JULES-110.prip.json",
          made: due - 2 * hour,
        },
      ],
    });
    expect(byNumber.get("111")?.path).toBe(
      "remises.zip/KLEIN Katia_5111_assignsubmission_file_/rendu.zip/tp90-KLEIN-KATIA-111.prip.json",
    );
    expect(byNumber.get("116")?.activities[0]?.verdict?.kind).toBe("out-of-memory");
    expect(byNumber.get("117")?.activities[1]?.verdict?.kind).toBe("out-of-budget");
  });
});

describe("stopped and started again", () => {
  test("what a kill leaves, whole lines and a cut one, is continued to the same bytes", async () => {
    const out = join(scratch, "cut");
    const lines = readFileSync(join(whole, copiesFile), "utf8").split("\n");
    mkdirSync(out);
    writeFileSync(join(out, copiesFile), lines.slice(5, 12).join("\n") + "\n");
    appendFileSync(join(out, copiesFile), lines[12]?.slice(0, 200) ?? "");
    const { text } = await grade(out);
    expect(text).toMatch(/^21 remises notées, dont 7 lors d'une exécution précédente\.\n/);
    expect(filesIn(out)).toEqual(filesIn(whole));
  });

  test("a process that is killed in the middle is continued to the same bytes", async () => {
    const out = join(scratch, "killed");
    const { child, ended } = startCommand(["grade", folder, "--lab", lab, "--out", out, "--jobs", "1"]);
    const size = (): number => statSync(join(out, copiesFile), { throwIfNoEntry: false })?.size ?? 0;
    while (size() === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    await ended;
    await grade(out);
    expect(filesIn(out)).toEqual(filesIn(whole));
  });
});

describe("in parts", () => {
  test("two parts join to the bytes of one run; a part is missed when it is not given", async () => {
    const parts = [0, 1].map((index) => join(scratch, `part-${index}`));
    const counts: number[] = [];
    for (const [index, part] of parts.entries()) {
      await grade(part, "--shard", `${index}/2`);
      counts.push([...resultsIn(part).handIns].length);
    }
    expect(counts.reduce((sum, one) => sum + one)).toBe(21);
    expect(Math.max(...counts)).toBeLessThan(21);
    const out = join(scratch, "merged");
    await expect(runHere("merge", ...parts.slice(0, 1), "--out", out)).rejects.toThrow("Il manque 1/2");
    const { exitCode } = await runHere("merge", ...parts.toReversed(), "--out", out);
    expect(exitCode).toBe(3);
    expect(filesIn(out)).toEqual(filesIn(whole));
  });
});
