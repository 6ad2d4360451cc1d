import { performance } from "node:perf_hooks";
import { grade } from "#course/grading/grade.ts";
import { loadEngine } from "#worker/engine-node.ts";
import type { Effort, Section } from "./figure.ts";
import { spreadOf, writeSpread } from "./statistics.ts";
import type { Subject } from "./subject.ts";

/** The native run is over too soon for the clock: so many in a row are timed. */
const nativeLoop = 500;

/** A warm verdict, beside the same cases answered by the reference itself, in turn. */
export async function warmFigures(subject: Subject, { quick }: Effort): Promise<Section> {
  const engine = await loadEngine();
  const { exercise, seed, runs, cases } = subject;
  const verdict = async (source: string, kind: string): Promise<number> => {
    const start = performance.now();
    const { kind: actual } = await grade(engine, exercise, source, { seed, runs });
    const ms = performance.now() - start;
    if (actual !== kind) throw new Error(`${actual}, not ${kind}`);
    return ms;
  };
  const native = (): number => {
    const start = performance.now();
    for (let i = 0; i < nativeLoop; i++) for (const { args } of cases) exercise.reference(...args);
    return (performance.now() - start) / nativeLoop;
  };
  const rounds: { right: number; wrong: number; native: number }[] = [];
  for (let i = 0; i < (quick ? 20 : 200); i++) {
    const right = await verdict(subject.solution, "passed");
    const wrong = await verdict(subject.mistake, "failed");
    rounds.push({ right, wrong, native: native() });
  }
  const warm = rounds.slice(rounds.length / 10);
  const ratio = spreadOf(warm.map((round) => round.right / round.native));
  return {
    title: "Warm verdict in Node",
    note: `200 cases of ${exercise.id}, ${warm.length} rounds in one process; the reference runs the same cases in the same round.`,
    figures: [
      { name: "right solution", reached: writeSpread(spreadOf(warm.map(({ right }) => right)), " ms") },
      {
        name: "wrong solution, shrunk and recognised",
        reached: writeSpread(spreadOf(warm.map(({ wrong }) => wrong)), " ms"),
      },
      {
        name: "the reference, natively",
        reached: writeSpread(spreadOf(warm.map((round) => round.native)), " ms"),
      },
      {
        name: "right solution / reference",
        reached: writeSpread(ratio, " ×"),
        goal: { text: "≤ 60 ×", met: ratio.median <= 60 },
      },
    ],
  };
}
