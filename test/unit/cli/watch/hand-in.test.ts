import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readArguments } from "../../../../src/cli/watch/arguments.ts";
import { readHandIn } from "../../../../src/course/classroom/hand-in.ts";
import { knownActivities } from "../../../../src/worker/load-activities.ts";
import { given, student, type Student } from "./student.ts";

const file = "tp3-ZOE-D-AOUT-22301234.prip.json";
const who = ["--nom", "Zoé D'Août", "--numero", "22301234", "--groupe", "G2"];
const parseIp = "05-masques-et-sous-reseaux/05.1-parse-ip.ts";
const prefixFromMask = "05-masques-et-sous-reseaux/05.2-prefix-from-mask.ts";

let one: Student;
beforeEach(() => {
  one = student();
});
afterEach(() => one.leave());

/** Runs the command as given, without `--once`, which a hand-in does not need. */
async function hand(one: Student): Promise<{ code: number; out: string }> {
  const said: string[] = [];
  const code = await one.start(["--rendre", "tp3", ...who], (text) => said.push(text));
  return { code, out: said.join("\n") };
}

test("what changed is evaluated, then all of the lab is handed in; another folder goes on from the file", async () => {
  const first = await one.once("--lab", "tp3");
  expect(first.out).toContain("0 / 5 ");
  expect(first.out).toContain("à faire sur le site\u202f: 05.3 bis, 05.6.");
  one.write(parseIp, given("addresses/parse-ip/solution.ts"));
  one.write(prefixFromMask, "export const wrong = 1;\n");
  const { code, out } = await hand(one);
  expect(code).toBe(0);
  expect(out).toContain("✓ Juste");
  expect(out).toContain(one.path(file));
  expect(out).toMatch(/05\.1 +(\d+) sur \1\n +05\.2 +0 sur \d+\n +05\.3 +rien sur \d+\n/);

  const read = readHandIn(readFileSync(one.path(file), "utf8"));
  if (!read.ok) throw new Error(read.code);
  const { lab, student: by, activities } = read.handIn;
  expect({ lab, by, intact: read.intact }).toEqual({
    lab: "tp3",
    by: { name: "Zoé D'Août", number: "22301234", group: "G2" },
    intact: true,
  });
  const known = await knownActivities();
  expect(
    activities.map(({ id, version }) => known.find((k) => k.id === id && k.version === version)?.number),
  ).toEqual(["05.1", "05.2", "05.3", "05.3 bis", "05.4", "05.5", "05.6"]);
  expect(activities.map(({ claim }) => claim?.passed)).toEqual([true, false, ...Array<undefined>(5)]);
  expect(activities[0]?.work.drafts[0]?.text).toBe(given("addresses/parse-ip/solution.ts"));

  const other = student();
  const opened = await other.once("--ouvrir", one.path(file));
  expect(opened.out).toContain("1 / 36 ");
  expect(other.read(parseIp)).toContain(given("addresses/parse-ip/solution.ts"));
  expect(other.read(prefixFromMask)).toContain("export const wrong = 1;");
  other.leave();
});

test.each([
  [["--rendre", "tp3"], "Dites qui rend"],
  [["--rendre", "tp3", "--nom", "Zoé", "--numero", "2 3"], "--numero"],
  [["--rendre", "tp3", "--nom", " ", "--numero", "23"], "--nom"],
])("%j is refused", (args, words) => {
  expect(() => readArguments(["mes", ...args])).toThrow(words);
});

test("an unknown lab is refused with those there are; so are exercises that are not in the lab", async () => {
  await expect(one.once("--lab", "tp33")).rejects.toThrow(/tp1, tp2, tp3/);
  await expect(one.once("--lab", "tp3", "--only", "01")).rejects.toThrow("Aucun des exercices choisis");
});
