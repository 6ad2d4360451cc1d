import { grade } from "#course/grading/grade.ts";
import { loadEngine } from "#worker/engine-node.ts";
import type { Effort, Section } from "./figure.ts";
import { write } from "./statistics.ts";
import type { Subject } from "./subject.ts";

const MiB = 1024 * 1024;

/** Resident memory of one process over many submissions, right and wrong ones in turn. */
export async function memoryFigures(subject: Subject, { quick }: Effort): Promise<Section> {
  const engine = await loadEngine();
  const { exercise, solution, mistake, seed, runs } = subject;
  const total = quick ? 500 : 10_000;
  const marks: number[] = [];
  for (let i = 1; i <= total; i++) {
    await grade(engine, exercise, i % 10 === 0 ? mistake : solution, { seed, runs });
    if (i % (total / 10) === 0) marks.push(process.memoryUsage.rss() / MiB);
  }
  // Instances wait for the collector, so single marks swing: the halves are compared by their highest mark.
  const highest = (part: readonly number[]): number => Math.max(...part);
  const [early, late] = [highest(marks.slice(0, 5)), highest(marks.slice(5))];
  return {
    title: "Memory",
    note: `Resident memory of one process over ${total} submissions, a mark every ${total / 10}.`,
    figures: [
      { name: "marks", reached: `${marks.map(write).join(", ")} MiB` },
      {
        name: "highest mark of the second half / of the first",
        reached: `${(late / early).toFixed(2)} ×`,
        goal: { text: "flat (≤ 1.10 ×)", met: late / early <= 1.1 },
      },
    ],
  };
}
