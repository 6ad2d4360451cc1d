import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { defaultBudget } from "#course/exercise/exercise.ts";
import type { Engine } from "#course/grading/engine.ts";
import { engineFolder, prepareEngineFiles } from "#worker/engine-files.ts";
import { loadEngine } from "#worker/engine-node.ts";

let engine: Engine;

beforeAll(async () => {
  engine = await loadEngine();
});

test("a learner's TypeScript is opened and called", async () => {
  const source = "type N = number;\r\nexport const twice = (n: N): N => 2 * n;\r\n";
  const opened = await engine.open(source, "twice", 1, defaultBudget);
  expect(opened.kind === "opened" && opened.candidate.call([21]).outcome).toStrictEqual({
    kind: "returned",
    value: 42,
  });
});

test("errors keep line and column of the TypeScript", async () => {
  const source = "export const f = (o: Record<string, 'é' | '😀'> | null): string =>\n  o!.x;";
  const opened = await engine.open(source, "f", 1, defaultBudget);
  expect(opened.kind === "opened" && opened.candidate.call([null]).outcome).toMatchObject({
    name: "TypeError",
    at: { line: 2, column: 5 },
  });
});

test.each([
  ["enum A { B }", "typescript-only"],
  ["import 'x'; export const f = () => 1;", "import"],
  ["let a = 1; let a = 2;", "syntax"],
  ["export default () => 1", "default-export"],
  ["", "empty"],
])("a file that is refused, by whatever part: %j", async (source, reason) => {
  expect(await engine.open(source, "f", 1, defaultBudget)).toMatchObject({ kind: "did-not-compile", reason });
});

test("files opened at the same time do not meet", async () => {
  const sources = Array.from({ length: 8 }, (_, i) => `globalThis.x ??= ${i}; export const f = () => x;`);
  const all = await Promise.all(sources.map((source) => engine.open(source, "f", 1, defaultBudget)));
  const values = all.map((one) => one.kind === "opened" && one.candidate.call([]).outcome);
  expect(values).toMatchObject(sources.map((_, value) => ({ value })));
});

test("nothing in the split stripper asks for code from text", () => {
  const glue = readFileSync(join(engineFolder, "swc.js"), "utf8");
  expect(glue).toContain("export function instantiate");
  expect(glue).not.toMatch(/new Function|\beval\(|require\(/);
});

test("the files are made once, and by several at a time without harm", async () => {
  expect(prepareEngineFiles()).toBe(false);
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  const script = join(folder, "make.ts");
  const files = new URL("../../../src/worker/engine-files.ts", import.meta.url).href;
  writeFileSync(
    script,
    `import { prepareEngineFiles } from "${files}"; prepareEngineFiles(${JSON.stringify(folder)});`,
  );
  await Promise.all([1, 2, 3].map(() => promisify(execFile)(process.execPath, [script])));
  expect(readdirSync(folder).sort()).toStrictEqual(["make.ts", "swc.js", "swc.wasm", "version"]);
  for (const name of ["swc.js", "swc.wasm", "version"])
    expect(readFileSync(join(folder, name)).equals(readFileSync(join(engineFolder, name)))).toBe(true);
  rmSync(folder, { recursive: true });
});
