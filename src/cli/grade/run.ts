import { createGradingClient } from "#worker/client.ts";
import { spawnNodeWorker } from "#worker/client-node.ts";
import { seedOr, type Command } from "./arguments.ts";
import { findExercise } from "./find-exercise.ts";
import { readCase } from "./read-case.ts";
import { readSource } from "./read-source.ts";
import type { Terminal } from "./terminal.ts";

export type Outcome = { readonly text: string; readonly exitCode: 0 | 1 | 2 };

/** Grades one file in a worker and says the verdict: as JSON on one line, or in words. Throws UsageError. */
export async function gradeFile(
  command: Extract<Command, { kind: "grade" }>,
  terminal: Terminal,
): Promise<Outcome> {
  const client = createGradingClient(spawnNodeWorker);
  client.warm(); // loads its engine while the files are read here
  try {
    const { id, exercise } = await findExercise(command.exercise);
    const source = await readSource(command.file);
    const given = command.cases.map((text) => readCase(text, exercise));
    const verdict = await client.grade({
      exercise: id,
      source,
      seed: seedOr(command.seed, given.find(({ seed }) => seed !== undefined)?.seed),
      runs: command.runs,
      extraCases: given.map(({ args }) => [...args]),
    });
    if (verdict.kind === "cancelled") throw new Error("nobody cancels");
    const exitCode = verdict.kind === "passed" ? 0 : verdict.kind === "internal-error" ? 2 : 1;
    if (command.json) {
      return { text: JSON.stringify({ exercise: id, activity: exercise.number, verdict }), exitCode };
    }
    const { say } = await import("./say.ts"); // JSON needs none of the words
    return { text: await say(verdict, { id, exercise }, terminal), exitCode };
  } finally {
    client.close();
  }
}
