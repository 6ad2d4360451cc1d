import { join } from "node:path";
import { styleText } from "node:util";
import { parseArguments } from "./check/arguments.ts";
import { checkFolders } from "./check/check-folders.ts";
import { findFolders } from "./check/find-folders.ts";
import type { Examined } from "./check/pool.ts";
import { progressOn } from "./check/progress.ts";
import { select } from "./check/select.ts";
import * as fr from "./check/sentences.fr.ts";
import { rowOf, tableLines } from "./check/table.ts";

/** `npm run check [-- <id or number>…]`: exit 0 when all holds, 1 when an author has work, 2 for wrong usage. */
const root = join(import.meta.dirname, "../..");

/** Which share of an exercise's time each rule takes, roughly; for the progress bar alone. */
const weights = { mistakes: 0.4, "distinct-mistakes": 0.1, mutants: 0.5 };

async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  const request = parseArguments(argv);
  if (request.kind === "help") return say(fr.usage, 0);
  if (request.kind === "unknown-option") return complain(`${fr.unknownOption(request.option)}\n${fr.usage}`);
  const known = findFolders(join(root, "graders"));
  if (known.length === 0) return complain(fr.noExercise);
  const selection = await select(known, request.wanted);
  if (selection.kind === "unknown") {
    return complain(
      fr.unknownExercise(
        selection.wanted,
        known.map(({ id }) => id),
      ),
    );
  }
  const progress = progressOn(process.stderr, selection.folders.length, weights);
  const reports = await checkFolders(root, selection.folders, progress.step);
  progress.done();
  return report(reports);
}

function report(reports: readonly Examined[]): 0 | 1 {
  const rows = reports.map(rowOf);
  const [head = "", ...lines] = tableLines(rows);
  say(styleText("bold", head), 0);
  for (const [i, line] of lines.entries()) say(styleText(rows[i]?.sound === true ? "green" : "red", line), 0);
  for (const { id, problems } of reports.filter((one) => one.problems.length > 0)) {
    say(`\n${styleText("bold", id)}`, 0);
    for (const { problem } of problems) say(`  ${styleText("red", "✗")} ${fr.sentenceFor(problem)}`, 0);
  }
  const count = reports.reduce((sum, { problems }) => sum + problems.length, 0);
  return say(`\n${fr.summary(reports.length, count)}`, count === 0 ? 0 : 1);
}

function say<Code extends number>(text: string, code: Code): Code {
  process.stdout.write(`${text}\n`);
  return code;
}

function complain(text: string): 2 {
  process.stderr.write(`${text}\n`);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(
    fr.crashed(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
}
