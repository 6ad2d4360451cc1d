import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Problem } from "../../../../src/cli/check/problem.ts";
import { readFolder } from "../../../../src/cli/check/read-folder.ts";
import { copiedFolder } from "./copied-folder.ts";
import { sound, soundDirectory } from "./sound-folder.ts";

const text = (file: string): string => readFileSync(join(soundDirectory, file), "utf8");
const any = expect.any(String) as string;

const breaks: [string, Record<string, string | null>, Problem[]][] = [
  ["starter", { "starter.ts": null }, [{ code: "file-missing", file: "starter.ts" }]],
  ["no-mistakes", { mistakes: null }, [{ code: "file-missing", file: "mistakes/*.ts" }]],
  ["capitals", { "mistakes/Bad_Name.ts": "" }, [{ code: "file-unexpected", file: "mistakes/Bad_Name.ts" }]],
  [
    "no-default",
    { "exercise.ts": "export const one = 1;" },
    [{ code: "exercise-does-not-load", detail: any }],
  ],
  [
    "not-defined",
    { "exercise.ts": "export default { number: 1 };" },
    [{ code: "exercise-does-not-load", detail: any }],
  ],
  [
    "throws",
    { "exercise.ts": "throw new Error('early');" },
    [{ code: "exercise-does-not-load", detail: "early" }],
  ],
  [
    "two-hints",
    { "statement.fr.mdx": text("statement.fr.mdx").replace("  - Le premier octet compte 256 fois.\n", "") },
    [{ code: "hints-not-three", found: 2 }],
  ],
  [
    "no-lesson",
    { "statement.fr.mdx": text("statement.fr.mdx").replace(/^lesson: .*$/m, "") },
    [{ code: "statement-invalid", at: "lesson", detail: any }],
  ],
  ["no-front-matter", { "statement.fr.mdx": "Lisez." }, [{ code: "statement-invalid", at: "", detail: any }]],
  [
    "no-reason",
    { "equivalent-mutants.yaml": "- before: a\n  after: b\n  because: oui\n" },
    [{ code: "equivalents-invalid", detail: any }],
  ],
];

test.each(breaks)("%s: that problem and no other", async (topic, changes, problems) => {
  expect(await readFolder(copiedFolder(topic, changes), "x/read-pair")).toEqual({ ok: false, problems });
});

test("reads mistakes in file order, variants under one name", () => {
  expect(sound.mistakes.map(({ file, name }) => [file, name])).toEqual([
    ["mistakes/cut-accepted.2.ts", "cut-accepted"],
    ["mistakes/cut-accepted.ts", "cut-accepted"],
    ["mistakes/little-endian.ts", "little-endian"],
  ]);
  expect(sound.exercise.mistakes.map(({ name }) => name)).toEqual(sound.mistakes.map(({ name }) => name));
});

test("helper files beside exercise.ts are welcome, and no list of equivalents means none", async () => {
  const directory = copiedFolder("helper", { "cases.ts": "export {};", "equivalent-mutants.yaml": null });
  const read = await readFolder(directory, "helper/read-pair");
  expect(read.ok && read.value.equivalents).toEqual([]);
});

test("a statement with Windows line ends is read", async () => {
  const crlf = text("statement.fr.mdx").replaceAll("\n", "\r\n");
  const read = await readFolder(copiedFolder("crlf", { "statement.fr.mdx": crlf }), "crlf/read-pair");
  expect(read.ok && read.value.statement.title).toBe("Lire deux octets");
});
