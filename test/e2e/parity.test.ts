import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_RUNS, DEFAULT_SEED } from "#course/exercise/defaults.ts";
import type { Engine } from "#course/grading/engine.ts";
import { grade } from "#course/grading/grade.ts";
import { loadEngine } from "#worker/engine-node.ts";
import { exerciseIds, loadExercise } from "#worker/load-node.ts";
import { newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

/** Programs that end in every other kind of verdict than passed and failed. */
const others = {
  empty: "",
  syntax: "export function f( {",
  "no export": "const x = 1;",
  enumeration: "enum E { A }",
  import: 'import fs from "node:fs";',
  "loads for ever": "for (;;);",
  "throws at load": "undefined.x;",
  "memory at load": 'let s = "x"; for (;;) s += s;',
};

const anyEntry = (entry: string) => ({
  endless: `export function ${entry}() { for (;;); }`,
  recursion: `export function ${entry}() { return ${entry}(); }`,
  throws: `export function ${entry}() {\n  return undefined.x;\n}`,
  memory: `export function ${entry}() { const a = []; for (;;) a.push(new Uint8Array(1e6)); }`,
  promise: `export async function ${entry}() { await new Promise(() => {}); }`,
  prints: `export function ${entry}(x) { console.log(x, { a: [1n, -0, NaN] }); return Math.random(); }`,
  state: `let n = 0;\nexport function ${entry}() { return n++; }`,
});

/** Asks the page's own grading worker, by hand; the script replaces the page's client, not the worker. */
const askWorker = `(requests) => new Promise((done) => {
  const worker = window.gradingWorker;
  const answers = [];
  worker.onmessage = ({ data }) => {
    if (data.type === "graded") answers.push(JSON.stringify(data.verdict));
    if (answers.length === requests.length) done(answers);
    else if (data.type === "graded") worker.postMessage(requests[answers.length]);
  };
  worker.postMessage(requests[0]);
})`;

it("gives the same verdict, byte for byte, in the browser and in Node", async () => {
  const engine = await loadEngine();
  const profile = await newProfile({ viewport: { width: 400, height: 900 }, hasTouch: true });
  // Keeps a hold of the worker that the page starts.
  await profile.addInitScript(
    "const Real = Worker; window.Worker = class extends Real { constructor(...a) { super(...a); if (a[1]?.name === 'grading') window.gradingWorker = this; } };",
  );
  const { page } = await visit(profile, "/exercices/ipv4/checksum/");
  await page.getByRole("button", { name: /Ouvrir l.éditeur/ }).click();
  await page.locator('[data-action="grade"]').click();
  await page.locator("[data-verdict]").waitFor();

  for (const id of await exerciseIds()) {
    const sources = await sourcesOf(id);
    const requests = sources.map((source) => ({
      type: "grade",
      exercise: id,
      source,
      seed: DEFAULT_SEED,
      runs: DEFAULT_RUNS,
      extraCases: [],
    }));
    const inBrowser = await page.evaluate(`(${askWorker})(${JSON.stringify(requests)})`);
    expect(inBrowser, id).toEqual(await inNode(engine, id, sources));
  }
  await profile.close();
}, 600_000);

/** What is hostile to the engine is so whatever the exercise: plain, with a function as argument, with stages. */
const hostileFor = ["ipv4/checksum", "icmp/traceroute", "routing/router"];

async function sourcesOf(id: string): Promise<string[]> {
  const folder = new URL(`../../graders/${id}/`, import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
  const exercise = await loadExercise(id);
  if (exercise === null) throw new Error(id);
  const names = readdirSync(new URL("mistakes/", folder));
  const mistakes = names.map((name) => read(`mistakes/${name}`));
  return [
    read("solution.ts"),
    read("starter.ts"),
    // The main mistake of each name, not its variants.
    ...mistakes.filter((_, i) => !/\.\d+\.ts$/.test(names[i] ?? "")),
    ...(hostileFor.includes(id)
      ? [...Object.values(others), ...Object.values(anyEntry(exercise.entry))]
      : []),
  ];
}

/** In the opposite order, since no verdict may depend on what was graded before. */
async function inNode(engine: Engine, id: string, sources: readonly string[]): Promise<string[]> {
  const exercise = await loadExercise(id);
  if (exercise === null) throw new Error(id);
  const verdicts: string[] = [];
  for (const source of sources.toReversed()) {
    const verdict = await grade(engine, exercise, source, { seed: DEFAULT_SEED, runs: DEFAULT_RUNS });
    verdicts.unshift(JSON.stringify(verdict));
  }
  return verdicts;
}
