import type { ClassResults, GradedHandIn, Problem } from "#course/classroom/graded.ts";
import { gradeHandIn } from "#course/classroom/grading/grade-hand-in.ts";
import { inLanes } from "#course/classroom/grading/in-lanes.ts";
import { remembering } from "#course/classroom/grading/remember.ts";
import { orderProblems } from "#course/classroom/order-problems.ts";
import { DEFAULT_SEED } from "#course/exercise/defaults.ts";
import { spawnWebWorker } from "#worker/client-web.ts";
import { createGradingPool } from "#worker/pool.ts";
import type { PreparedLab } from "./prepare-lab.ts";
import type { TakenIn } from "./take-in.ts";

/** What the engine cannot interrupt is ended after so much time, in ms, as on the command line. */
const backstopMs = 30_000;
/** Each worker has an engine of its own: more of them take memory that a laptop may lack. */
const mostWorkers = 8;

/** Grades what was taken in, in as many workers as the machine has cores; null when it was stopped. */
export async function gradeClass(
  { lab, orders, problems }: TakenIn,
  { activities }: PreparedLab,
  graded: (done: number) => void,
  signal: AbortSignal,
): Promise<ClassResults | null> {
  const size = Math.max(1, Math.min(navigator.hardwareConcurrency, mostWorkers, orders.length));
  const pool = createGradingPool(spawnWebWorker, size, { backstopMs });
  const stop = (): void => pool.close();
  signal.addEventListener("abort", stop);
  const grade = remembering((request) => pool.grade(request));
  const marking = { lab, seed: DEFAULT_SEED, activities, grade };
  const handIns = new Map<number, GradedHandIn>();
  const found: Problem[] = [...problems];
  try {
    await inLanes(orders.entries(), size, async ([at, { chosen, handIn }]) => {
      if (signal.aborted) return;
      const { receipt, others } = chosen;
      const result = await gradeHandIn(handIn, { path: receipt.path, others }, marking);
      handIns.set(at, result.handIn);
      found.push(...result.problems);
      graded(handIns.size);
    });
  } finally {
    signal.removeEventListener("abort", stop);
    pool.close();
  }
  if (signal.aborted) return null;
  return {
    lab: { number: lab.number, title: lab.title, due: lab.due },
    seed: DEFAULT_SEED,
    activities: activities.map(({ number, id, title, points }) => ({ number, id, title, points })),
    handIns: orders.flatMap((_, at) => handIns.get(at) ?? []),
    problems: orderProblems(found),
  };
}
