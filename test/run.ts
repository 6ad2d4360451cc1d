/**
 * `npm test`: everything that guards the project, in stages; the first lines of what fails are printed whole. The
 * last line counts the tests of vitest, the exercises and the browser.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { prepareEngineFiles } from "../src/worker/engine-files.ts";
import { requireChromium } from "./e2e/chromium.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const output = join(root, "test/output");

type Stage = { readonly name: string; readonly command: readonly string[]; readonly report?: string };

const script = (path: string, ...args: string[]) => ["node", join(root, "node_modules", path), ...args];
const tsc = (project: string) => script("typescript/bin/tsc", "--noEmit", "-p", project);
const vitest = (config: string, report: string) =>
  script(
    "vitest/vitest.mjs",
    "run",
    "--config",
    config,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${join(output, report)}`,
  );

/** Two lanes: the machine has two cores more often than four. The browser stage needs the built site. */
const lanes: readonly (readonly Stage[])[] = [
  [
    { name: "format", command: script("prettier/bin/prettier.cjs", "--check", "--log-level=warn", ".") },
    { name: "types: pages", command: script("astro/bin/astro.mjs", "check", "--minimumSeverity", "error") },
    { name: "types: all", command: tsc("tsconfig.json") },
    { name: "types: network, without DOM and Node", command: tsc("src/net/tsconfig.json") },
    {
      name: "types: exercise contracts, without DOM and Node",
      command: tsc("src/course/exercise/tsconfig.json"),
    },
    { name: "types: learners' files", command: tsc("graders/tsconfig.json") },
    { name: "lint", command: script("eslint/bin/eslint.js", "-c", ".eslint.config.mjs", ".") },
    {
      name: "import rules",
      command: script(
        "dependency-cruiser/bin/dependency-cruiser.mjs",
        "--config",
        ".dependency-cruiser.mjs",
        "src",
        "graders",
      ),
    },
  ],
  [
    {
      name: "unit, property and vector tests",
      command: vitest("test/vitest.config.ts", "unit.json"),
      report: "unit.json",
    },
    { name: "site build", command: ["node", join(root, "src/cli/start.ts"), "--build-only"] },
  ],
];
const browser: Stage = {
  name: "browser tests",
  command: vitest("test/e2e/vitest.config.ts", "e2e.json"),
  report: "e2e.json",
};

function run(stage: Stage): Promise<boolean> {
  const started = performance.now();
  const [command = "node", ...args] = stage.command;
  const child = spawn(command === "node" ? process.execPath : command, args, {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? "ok    " : "FAILED"} ${stage.name} (${seconds} s)`);
      if (code !== 0) console.log(Buffer.concat(chunks).toString());
      resolve(code === 0);
    });
  });
}

async function runLane(stages: readonly Stage[]): Promise<number> {
  let failed = 0;
  for (const stage of stages) if (!(await run(stage))) failed += 1;
  return failed;
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

/** What vitest counted; a run that wrote no report, or skipped a test, counts as one failure. */
function counts(stage: Stage): { passed: number; failed: number } {
  try {
    const report = vitestReport.parse(JSON.parse(readFileSync(join(output, stage.report ?? ""), "utf8")));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
requireChromium();
prepareEngineFiles();
const failedStages =
  (await Promise.all(lanes.map(runLane))).reduce((sum, n) => sum + n, 0) + (await runLane([browser]));
const totals = [...lanes.flat(), browser].filter(({ report }) => report !== undefined).map(counts);
const passed = totals.reduce((sum, n) => sum + n.passed, 0);
const failed = totals.reduce((sum, n) => sum + n.failed, 0);
if (failedStages > 0) console.log(`${failedStages} stage(s) failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failedStages > 0 || failed > 0 ? 1 : 0;
