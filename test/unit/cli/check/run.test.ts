import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { run } from "../../../../src/cli/check/run.ts";
import { copiedFolder } from "./copied-folder.ts";

const path = (file: string): string => fileURLToPath(new URL(`../../../../${file}`, import.meta.url));

/** Runs the command on the folders of a directory, its output piped. */
async function check(graders: string, ...argv: string[]) {
  const stdout = new PassThrough({ encoding: "utf8" });
  const stderr = new PassThrough({ encoding: "utf8" });
  const code = await run(argv, { root: path("."), graders: path(graders), stdout, stderr });
  const read = (stream: PassThrough): string => (stream.read() as string | null) ?? "";
  return { code, stdout: read(stdout), stderr: read(stderr) };
}

test("sound folders, by number: a plain table and exit 0", async () => {
  const { code, stdout, stderr } = await check("test/fixtures/graders", "01.1");
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/^ {3}n° +exercice +cas +temps +fautes reconnues +mutants refusés$/),
    expect.stringMatching(/^✓ {2}01\.1 {2}sound\/read-pair +204 +\d+,\d s +3\/3 +\d+\/\d+ \+ 1 équiv\.$/),
    "",
    "1 exercice\u202f: tout est en ordre.",
    "",
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("a broken folder, by id: what to do, and exit 1", async () => {
  copiedFolder("cli", { "starter.ts": "export function readPair(bytes: Bytes) {\n  return nothing;\n}\n" });
  const { code, stdout } = await check("test/output/graders", "cli/read-pair");
  expect(stdout).toContain("\ncli/read-pair\n  ✗ starter.ts, ligne 2, colonne 10\u202f: ");
  expect(stdout).toContain("\n1 défaut à corriger.\n");
  expect(code).toBe(1);
});

test("wrong usage: what would be right, and exit 2", async () => {
  expect(await check("test/fixtures/graders", "ipv4/cheksum")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("sound/read-pair") as string,
  });
  expect((await check("test/fixtures/graders", "--fast")).code).toBe(2);
  expect((await check("test/fixtures/graders/sound/read-pair/mistakes")).code).toBe(2);
});
