import { readdirSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readArguments } from "../../../../src/cli/watch/arguments.ts";
import { given, student, type Student } from "./student.ts";

const checksum = "03-verifier-et-reecrire/03.1-checksum.ts";
const checkHeader = "03-verifier-et-reecrire/03.2-check-header.ts";

/** Attempts of an exercise in the folder's records. */
function attempts(one: Student, exercise: string): readonly string[] {
  const works = one.works();
  if (!works.ok || !works.intact) throw new Error("the records are not readable");
  const work = works.works.find((found) => found.exercise === exercise);
  return work?.activity.attempts.map(({ kind, mistake }) => mistake ?? kind) ?? [];
}

describe("one student, from start to start", () => {
  let one: Student;
  beforeAll(() => {
    one = student();
  });
  afterAll(() => one.leave());

  test("the first start writes the files, evaluates nothing and names the first one to open", async () => {
    const { code, out } = await one.once("--only", "03");
    expect(code).toBe(0);
    expect(out).toContain("7 fichiers écrits");
    expect(out).toContain("0 / 4 ");
    expect(out).toContain(`À ouvrir\u202f: 03.1 La somme de contrôle de l'en-tête\n  ${one.path(checksum)}`);
  });

  test("a wrong function: the words of the site, exit 1, the attempt in the records", async () => {
    one.write(checksum, given("ipv4/checksum/mistakes/carry-lost.ts"));
    const { code, out } = await one.once("--only", "03");
    expect(code).toBe(1);
    expect(out).toContain("✗ La retenue est perdue.");
    expect(out).toContain("À reprendre\u202f: 03.1");
    expect(attempts(one, "ipv4/checksum")).toEqual(["carry-lost"]);
  });

  test("without a change nothing is evaluated and no attempt is counted", async () => {
    const { code, out } = await one.once("--only", "03");
    expect(code).toBe(0);
    expect(out).toContain("Rien n'a changé");
    expect(attempts(one, "ipv4/checksum")).toEqual(["carry-lost"]);
  });

  test("the solution passes; the case that failed was run first, as in the browser; the next file is named", async () => {
    one.write(checksum, given("ipv4/checksum/solution.ts"));
    const { code, out } = await one.once("--only", "03");
    expect(code).toBe(0);
    expect(out).toContain("✓ Juste\u202f: 212 cas sur 212.");
    expect(out).toContain("1 / 4 ");
    expect(out).toContain("À ouvrir\u202f: 03.2");
    expect(attempts(one, "ipv4/checksum")).toEqual(["carry-lost", "passed"]);
  });

  test("an empty file and a syntax error have their sentences", async () => {
    one.write(checkHeader, "");
    expect((await one.once("--only", "03.2")).out).toContain("! Le fichier est vide.");
    one.write(checkHeader, "export function checkIPv4(packet) {\n  return (1;\n}\n");
    expect((await one.once("--only", "03.2")).out).toContain("! Ligne 2, colonne 12\u202f: ");
  });

  test("a removed file comes back with its last text, under the opening comment", async () => {
    rmSync(one.path(checksum));
    const { out } = await one.once("--only", "03");
    expect(out).toContain("1 fichier écrit ");
    expect(out).toContain("Rien n'a changé");
    expect(one.read(checksum)).toMatch(/^\/\*\n \* 03\.1 /);
    expect(one.read(checksum)).toContain(given("ipv4/checksum/solution.ts"));
  });

  test("a renamed file is named, and what its name should be", async () => {
    one.write("03-verifier-et-reecrire/03.3-mon-ttl.ts", "");
    one.write("03-verifier-et-reecrire/03.3-decrement-ttl.earlier-1.ts", "");
    const { out } = await one.once("--only", "03");
    expect(out).toContain("03.3-mon-ttl.ts\u202f» n'est pas évalué");
    expect(out).toContain("se nomme «\u202f03-verifier-et-reecrire/03.3-decrement-ttl.ts");
    expect(out).not.toContain("earlier");
  });

  test("records that cannot be read are put aside, whole, and the texts are evaluated again", async () => {
    one.write("prip-travaux.json", "{ half");
    const { out } = await one.once("--only", "03.1");
    const aside = readdirSync(one.folder).find((file) => file.includes("illisible")) ?? "";
    expect(out).toContain(aside);
    expect(one.read(aside)).toBe("{ half");
    expect(attempts(one, "ipv4/checksum")).toEqual(["passed"]);
  });
});

describe("the command line", () => {
  test.each([
    [[], "Il manque le dossier"],
    [["a", "b"], "b\u202f» est de trop"],
    [["a", "--onze"], "--onze"],
    [["a", "--only"], "sans valeur"],
  ])("%j is refused", (args, words) => {
    expect(() => readArguments(args)).toThrow(words);
  });

  test("a folder and options", () => {
    expect(readArguments(["mes/", "--once", "--only", "02", "--only", "03.1"])).toEqual({
      kind: "watch",
      folder: "mes/",
      once: true,
      only: ["02", "03.1"],
      lab: undefined,
    });
    expect(readArguments(["--help"])).toEqual({ kind: "help" });
  });
});
