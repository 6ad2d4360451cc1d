import { styleText } from "node:util";
import { parseArguments } from "./arguments.ts";
import { checkFolders } from "./check-folders.ts";
import { findFolders } from "./find-folders.ts";
import type { Examined } from "./pool.ts";
import { progressOn } from "./progress.ts";
import { select } from "./select.ts";
import * as fr from "./sentences.fr.ts";
import { rowOf, tableLines } from "./table.ts";

export type World = {
  /** The project's root: where the options for type-checking lie. */
  readonly root: string;
  /** The folder of exercise folders. */
  readonly graders: string;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
};

/** Which share of an exercise's time each rule takes, roughly; for the progress bar alone. */
const weights = { opens: 0.2, mistakes: 0.4, mutants: 0.4 };

/** The command: gives the exit code, 0 when all holds, 1 when an author has work, 2 for wrong usage. */
export async function run(argv: readonly string[], world: World): Promise<0 | 1 | 2> {
  const complain = (text: string): 2 => (world.stderr.write(`${text}\n`), 2);
  const request = parseArguments(argv);
  if (request.kind === "unknown-option") return complain(`${fr.unknownOption(request.option)}\n${fr.usage}`);
  if (request.kind === "help") {
    world.stdout.write(`${fr.usage}\n`);
    return 0;
  }
  const known = findFolders(world.graders);
  const selection = await select(known, request.wanted);
  if (selection.kind === "unknown") {
    const ids = known.map(({ id }) => id);
    return complain(fr.unknownExercise(selection.wanted, ids));
  }
  if (selection.folders.length === 0) return complain(fr.noExercise);
  const progress = progressOn(world.stderr, selection.folders.length, weights);
  const reports = await checkFolders(world.root, selection.folders, progress.step);
  progress.done();
  return printed(reports, world.stdout);
}

function printed(reports: readonly Examined[], stdout: NodeJS.WritableStream): 0 | 1 {
  // Colours only where they are seen: a terminal, unless NO_COLOR says otherwise.
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    styleText(format, text, { stream: stdout });
  const say = (line: string): unknown => stdout.write(`${line}\n`);
  const sorted = reports.toSorted((a, b) => (a.number ?? "~").localeCompare(b.number ?? "~", "en"));
  const rows = sorted.map(rowOf);
  const [head = "", ...lines] = tableLines(rows);
  say(style("bold", head));
  for (const [i, line] of lines.entries()) say(style(rows[i]?.sound === true ? "green" : "red", line));
  for (const { id, problems } of sorted.filter((one) => one.problems.length > 0)) {
    say(`\n${style("bold", id)}`);
    for (const { problem } of problems) say(`  ${style("red", "✗")} ${fr.sentenceFor(problem)}`);
  }
  const count = sorted.reduce((sum, { problems }) => sum + problems.length, 0);
  say(`\n${fr.summary(sorted.length, count)}`);
  return count === 0 ? 0 : 1;
}
