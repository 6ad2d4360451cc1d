import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findExercise } from "../../../src/cli/grade/find-exercise.ts";
import { readSource } from "../../../src/cli/grade/read-source.ts";
import { gradeFile } from "../../../src/cli/grade/run.ts";

const solution = new URL("../../../graders/ipv4/checksum/solution.ts", import.meta.url).pathname;
const command = {
  kind: "grade",
  exercise: "ipv4/checksum",
  json: false,
  seed: undefined,
  runs: 20,
  cases: [],
} as const;
const terminal = { width: 100, colour: false };

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "grade-files-"));
});
afterAll(() => rm(scratch, { recursive: true }));

async function gradeText(content: string | Uint8Array) {
  const file = join(scratch, "given.ts");
  await writeFile(file, content);
  return gradeFile({ ...command, file }, terminal);
}

describe("a bad file is not passed, and a sentence says what to do", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["empty", "", "Le fichier est vide."],
    ["binary", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256), "Le fichier n'est pas du texte."],
    ["5 MB", "// x\n".repeat(1_000_000), "Le fichier est trop grand pour être évalué."],
    ["20 MB, binary", new Uint8Array(20_000_000), "Le fichier"],
    ["no export", "function ipChecksum() {}", "Le fichier n'exporte pas `ipChecksum`."],
    ["default export", "export default function ipChecksum() {}", "exporte sa fonction par défaut"],
    ["no function", "export const ipChecksum = 3;", "`ipChecksum` n'est pas une fonction."],
    ["import", 'import fs from "node:fs";\nexport function ipChecksum() {}', "`import` n'est pas permis."],
    ["syntax", "export function ipChecksum(h) {\n  return (1 + 2;\n}", "Ligne 2, colonne 16\u202f: "],
    ["an endless loop", "export function ipChecksum() { for (;;); }", "ne se termine pas sur cette entrée"],
    ["an endless recursion", "export function ipChecksum(h) { return ipChecksum(h); }", "la pile est pleine"],
    [
      "a throw",
      "export function ipChecksum(h) {\n  return h.a.b;\n}",
      "s'arrête à la ligne 2\u202f: «\u202fcannot read",
    ],
  ])("%s", async (_, content, sentence) => {
    const { text, exitCode } = await gradeText(content);
    expect(text).toContain(sentence);
    expect(exitCode).toBe(1);
  });

  test("Windows line ends and a byte order mark are fine", async () => {
    const text = await readFile(solution, "utf8");
    expect((await gradeText(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).exitCode).toBe(0);
  });
});

describe("a file that cannot be read", () => {
  test.each([
    ["missing.ts", "Le fichier «\u202fmissing.ts\u202f» n'existe pas."],
    [join(solution, "x.ts"), "n'existe pas."],
    [".", "«\u202f.\u202f» est un dossier."],
    ["a\0b", "ne peut pas être lu"],
  ])("%j", async (path, sentence) => {
    await expect(readSource(path)).rejects.toThrow(sentence);
  });
});

describe("an exercise", () => {
  test("is found by id and by number", async () => {
    expect(await findExercise("03.1")).toEqual(await findExercise("ipv4/checksum"));
  });

  test.each([
    ["ipv4/cheksum", "Les plus proches\u202f: ipv4/checksum"],
    ["03.19", "03.1"],
    ["../graders/ipv4/checksum", "Aucun exercice"],
    ["constructor", "Aucun exercice"],
    ["", "Aucun exercice"],
  ])("%j is none, and the nearest names are said", async (name, sentence) => {
    await expect(findExercise(name)).rejects.toThrow(sentence);
  });
});
