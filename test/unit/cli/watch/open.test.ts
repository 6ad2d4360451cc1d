import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openActivity } from "../../../../src/course/progress/activity-store.ts";
import { changesOf, importWorks } from "../../../../src/course/progress/import-works.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import type { Records } from "../../../../src/course/progress/records.ts";
import { exportWorks } from "../../../../src/course/progress/works-file.ts";
import { browser } from "../../course/progress/desk.ts";
import { passed } from "../../course/progress/verdicts.ts";
import { given, student, type Student } from "./student.ts";

const checksum = "03-verifier-et-reecrire/03.1-checksum.ts";
const beside = "03-verifier-et-reecrire/03.1-checksum.earlier-1.ts";
const solution = given("ipv4/checksum/solution.ts");
const starter = given("ipv4/checksum/starter.ts");

let one: Student;
let page: Records;
beforeEach(() => {
  one = student();
  page = browser().page();
});
afterEach(() => one.leave());

/** Saves the export of the browser's page and opens it in the folder. */
function openExport() {
  const file = join(one.scratch, "prip-travaux.json");
  writeFileSync(file, exportWorks(page));
  return one.once("--ouvrir", file);
}

/** What the browser would change on importing the folder's own file. */
const newToThePage = () => {
  const file = one.works();
  if (!file.ok) throw new Error(file.code);
  return { file, changes: changesOf(page, file.works) };
};

test("works of the browser come into an empty folder: text, attempts, activities that are no files; nothing is lost", async () => {
  openDraft(page, "ipv4/checksum", starter).type(solution);
  openActivity(page, "ipv4/checksum").attempt(passed, 4, []);
  openDraft(page, "activites/01.3-les-etapes-d-une-requete", "").type("{}");
  const { code, out } = await openExport();
  expect(code).toBe(0);
  expect(one.read(checksum)).toContain(solution);
  expect(out).toContain(`03.1\u202f: le texte est dans ${checksum}.`);
  expect(out).toContain("1 / 36 "); // passed there is passed here
  expect(newToThePage().changes.map(({ text, attempts }) => [text, attempts])).toEqual([
    ["same", 0],
    ["same", 0],
  ]);
});

test("another text in the file gives way and is kept beside, byte for byte, in the records too", async () => {
  await one.once();
  one.write(checksum, "// never evaluated\r\n");
  openDraft(page, "ipv4/checksum", starter).type(solution);
  const { out } = await openExport();
  expect(one.read(checksum)).toMatch(/^\/\*\n \* 03\.1 /);
  expect(one.read(checksum)).toContain(solution);
  expect(one.read(beside)).toBe("// never evaluated\r\n");
  expect(out).toContain(
    `03.1\u202f: le texte est dans ${checksum}\u202f; celui qui y était est gardé dans ${beside}.`,
  );
  const { file } = newToThePage();
  expect(file.works[0]?.drafts.map(({ text }) => text)).toEqual([solution]);
  expect(file.works[0]?.earlier.map(({ text }) => text)).toContain("// never evaluated\n");

  // Opened again it brings nothing, so nothing moves.
  expect((await openExport()).out).not.toContain("03.1\u202f:");
  expect(readdirSync(one.path("03-verifier-et-reecrire"))).toHaveLength(5);
});

test("a text that went on from the opened one stays", async () => {
  openDraft(page, "ipv4/checksum", starter).type("export const first = 1;\n");
  await openExport();
  one.write(checksum, solution);
  const { out } = await openExport();
  expect(one.read(checksum)).toBe(solution);
  expect(out).not.toContain("le texte est dans");
});

test("back to the browser: the folder's own file brings text and attempts", async () => {
  await one.once("--only", "03.1");
  one.write(checksum, solution);
  await one.once("--only", "03.1");
  const { file, changes } = newToThePage();
  expect(changes).toMatchObject([{ exercise: "ipv4/checksum", text: "new", attempts: 1 }]);
  importWorks(page, file.works);
  expect(openDraft(page, "ipv4/checksum", starter).text()).toBe(solution);
});

test.each([
  ["{ half", "n'est pas du JSON"],
  ["{}", "ne vient pas du cahier"],
  ['{"format":"prip-remise","version":1,"checksum":"","contents":{}}', "est une remise abîmée"],
  ['{"format":"prip-travaux","version":2,"exported":"","checksum":"","works":[]}', "version plus récente"],
])("%s is refused with a sentence", async (text, words) => {
  const file = join(one.scratch, "file.json");
  writeFileSync(file, text);
  await expect(one.once("--ouvrir", file)).rejects.toThrow(words);
});
