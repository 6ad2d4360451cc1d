import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verdictSchema } from "#course/exercise/verdict.ts";
import { z } from "zod";

const script = new URL("../../../src/cli/grade.ts", import.meta.url).pathname;
const folder = new URL("../../../graders/ipv4/checksum/", import.meta.url).pathname;
const solution = join(folder, "solution.ts");
const answer = z.strictObject({ exercise: z.string(), activity: z.string(), verdict: verdictSchema });

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "grade-"));
});
afterAll(() => rm(scratch, { recursive: true }));

/** Runs the command as a user does; colour is off because nothing is a terminal. */
function grade(args: readonly string[], input: string | Uint8Array = "") {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: scratch });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.on("error", () => undefined); // a command that reads nothing may be gone already
    child.stdin.end(input);
  });
}

async function verdictOf(args: readonly string[], input: string | Uint8Array = "") {
  const { code, out } = await grade([...args, "--json"], input);
  return { code, ...answer.parse(JSON.parse(out)) };
}

describe("grading", () => {
  test("the solution passes: exit 0, the sentence of the site, no colour", async () => {
    const { code, out, err } = await grade(["ipv4/checksum", solution]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^✓ Juste\u202f: (\d+) cas sur \1\.\n/);
    expect(out).not.toContain("\u001b");
    expect(out).toMatch(/graine 0x7f3a\n$/);
  });

  test("id and number are the same exercise; the same seed gives the same bytes", async () => {
    const [byId, byNumber] = await Promise.all([
      grade(["ipv4/checksum", join(folder, "starter.ts"), "--json"]),
      grade(["03.1", join(folder, "starter.ts"), "--json", "--seed", "32570", "--runs", "200"]),
    ]);
    expect(byId.code).toBe(1);
    expect(byNumber).toEqual(byId);
    expect(byId.out.trimEnd()).not.toContain("\n");
    expect(answer.parse(JSON.parse(byId.out))).toMatchObject({ exercise: "ipv4/checksum", activity: "03.1" });
  });

  test("seed and runs are those of the options", async () => {
    const { code, verdict } = await verdictOf(["03.1", solution, "--seed", "0xABC", "--runs", "0"]);
    expect(code).toBe(0);
    expect(verdict).toMatchObject({ kind: "passed", seed: 0xabc });
    const { verdict: more } = await verdictOf(["03.1", solution, "--runs", "7"]);
    expect(more.cases.total - verdict.cases.total).toBe(7);
  });

  test("a given case runs first", async () => {
    const header = [{ $bytes: `4500001400000000401100000a0000010a000002` }];
    const source = "export function ipChecksum() { return 1; }";
    const { code, verdict } = await verdictOf(["03.1", "-", "--case", JSON.stringify(header)], source);
    expect(code).toBe(1);
    expect(verdict).toMatchObject({ kind: "failed", counterexample: { origin: "extra", index: 0 } });
  });

  test("a wrong answer in words: the case, expected and actual", async () => {
    const { code, out } = await grade(["03.1", "-"], "export const ipChecksum = (h: Bytes) => h.length;");
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ /);
    expect(out).toMatch(/\n {4}attendu {2}0x[0-9a-f]{4} \(\d+\)\n {4}obtenu {3}0x/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

test("wrong usage: exit 2, a sentence on stderr, nothing on stdout, no stack", async () => {
  const { code, out, err } = await grade(["ipv4/cheksum", "missing.ts", "--json"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Les plus proches\u202f: ipv4/checksum");
  expect(err).not.toMatch(/^\s+at /m);
});

describe("the list and the help", () => {
  test("for machines", async () => {
    const { code, out } = await grade(["--list", "--json"]);
    expect(code).toBe(0);
    const row = z.strictObject({
      id: z.string(),
      number: z.string(),
      entry: z.string(),
      title: z.string(),
      level: z.int(),
      points: z.int(),
    });
    const rows = row.array().parse(JSON.parse(out));
    expect(rows.map(({ number }) => number)).toEqual(rows.map(({ number }) => number).toSorted());
    expect(rows).toContainEqual(
      expect.objectContaining({ id: "ipv4/checksum", number: "03.1", entry: "ipChecksum" }),
    );
  });

  test("for people", async () => {
    const { code, out } = await grade(["--list"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^03\.1 {2}ipv4\/checksum +\S.* niveau \d {2}\d+ points?$/m);
  });

  test("help", async () => {
    const { code, out, err } = await grade(["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("npm run --silent grade -- <exercice> <fichier.ts>");
  });
});
