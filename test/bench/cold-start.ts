import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Effort, Section } from "./figure.ts";
import { spreadOf, writeSpread } from "./statistics.ts";
import type { Subject } from "./subject.ts";

const cli = new URL("../../src/cli/grade.ts", import.meta.url).pathname;

/** The command line from nothing to its verdict, beside a Node that starts and does nothing. */
export function coldStartFigures(subject: Subject, { quick }: Effort): Section {
  const rounds = Array.from({ length: quick ? 3 : 15 }, () => ({
    grade: timed([cli, subject.exercise.id, subject.solutionPath]),
    node: timed(["-e", "0"]),
  }));
  const ratio = spreadOf(rounds.map(({ grade, node }) => grade / node));
  return {
    title: "Cold start of the command line",
    note: `\`node src/cli/grade.ts\` on a right solution, ${rounds.length} processes.`,
    figures: [
      { name: "start to verdict", reached: writeSpread(spreadOf(rounds.map(({ grade }) => grade)), " ms") },
      {
        name: "an empty Node process",
        reached: writeSpread(spreadOf(rounds.map(({ node }) => node)), " ms"),
      },
      { name: "start to verdict / empty process", reached: writeSpread(ratio, " ×") },
    ],
  };
}

function timed(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return performance.now() - start;
}
