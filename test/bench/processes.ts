import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { grade } from "#course/grading/grade.ts";
import { loadEngine } from "#worker/engine-node.ts";
import type { Effort, Section } from "./figure.ts";
import { spreadOf, writeSpread } from "./statistics.ts";
import type { Subject } from "./subject.ts";

const folder = new URL("../output/bench/", import.meta.url).pathname;

/** The usual ways to grade, one process a submission, beside a warm verdict in the same round. */
export async function processFigures(subject: Subject, { quick }: Effort): Promise<Section> {
  writeSuites(subject);
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const engine = await loadEngine();
  const { exercise, solution, seed, runs } = subject;
  const warm = async (): Promise<number> => {
    const start = performance.now();
    await grade(engine, exercise, solution, { seed, runs });
    return performance.now() - start;
  };
  const rounds: { warm: number; vitest: number; node: number }[] = [];
  for (let i = 0; i < (quick ? 2 : 9); i++) {
    // Several, since one lone verdict after two seconds of waiting is not warm.
    const verdicts = [await warm(), await warm(), await warm(), await warm(), await warm()];
    rounds.push({
      warm: spreadOf(verdicts).median,
      vitest: timed([vitest, "run", "--root", folder, "--reporter", "dot"]),
      node: timed(["--test", join(folder, "native.test.mjs")]),
    });
  }
  const share = (peer: "vitest" | "node") => spreadOf(rounds.map((round) => round[peer] / round.warm));
  const [vitestShare, nodeShare] = [share("vitest"), share("node")];
  return {
    title: "One process a submission",
    note: `The same 200 cases as a test file; ${rounds.length} rounds, each with its own warm verdict.`,
    figures: [
      { name: "`vitest run`", reached: writeSpread(spreadOf(rounds.map((round) => round.vitest)), " ms") },
      { name: "`node --test`", reached: writeSpread(spreadOf(rounds.map((round) => round.node)), " ms") },
      {
        name: "`vitest run` / warm verdict",
        reached: writeSpread(vitestShare, " ×"),
        goal: { text: "≥ 40 ×", met: vitestShare.median >= 40 },
      },
      {
        name: "`node --test` / warm verdict",
        reached: writeSpread(nodeShare, " ×"),
        goal: { text: "≥ 20 ×", met: nodeShare.median >= 20 },
      },
    ],
  };
}

/** Wall time of a Node process that must succeed, in ms. */
function timed(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return performance.now() - start;
}

/** The solution and two test files that a teacher would write: each case an equality. */
function writeSuites({ cases, solution, exercise }: Subject): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "solution.ts"), solution);
  const rows = cases.map(({ args, expected }) =>
    JSON.stringify([
      args.map((arg) => [...(arg as Uint8Array)]),
      expected.kind === "returned" ? expected.value : null,
    ]),
  );
  const head = `import { ${exercise.entry} } from "./solution.ts";\nconst cases = [\n${rows.join(",\n")}\n];\n`;
  const call = `${exercise.entry}(...args.map((arg) => Uint8Array.from(arg)))`;
  writeFileSync(
    join(folder, "suite.test.mjs"),
    `import { expect, test } from "vitest";\n${head}test.each(cases)("case %#", (args, expected) => expect(${call}).toEqual(expected));\n`,
  );
  writeFileSync(
    join(folder, "native.test.mjs"),
    `import assert from "node:assert/strict";\nimport { test } from "node:test";\n${head}for (const [i, [args, expected]] of cases.entries()) test("case " + i, () => assert.deepEqual(${call}, expected));\n`,
  );
  writeFileSync(
    join(folder, "vitest.config.mjs"),
    `export default { test: { include: ["suite.test.mjs"] } };\n`,
  );
}
