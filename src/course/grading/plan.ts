import { Random } from "fast-check";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { LoadedExercise } from "../exercise/exercise.ts";
import type { Counterexample } from "../exercise/verdict.ts";
import { answerOf, type Posed } from "./answer.ts";

/** One case of a run, with the right answer. */
export type PlannedCase = Posed & {
  readonly origin: Counterexample["origin"];
  readonly name: string;
};

export type PlanOptions = {
  readonly seed: number;
  /** How many cases to generate. */
  readonly runs: number;
  /** Run first: what failed last time, or what a link brought. Each must satisfy `exercise.accepts`. */
  readonly extraCases: readonly (readonly unknown[])[];
};

/** All cases in their order: extra, then stage by stage golden, edge, generated. Deterministic in `seed`. */
export function planCases(exercise: LoadedExercise, options: PlanOptions): readonly PlannedCase[] {
  const extra = options.extraCases.map((args) => {
    if (!exercise.accepts(args)) throw new RangeError("an extra case is outside the exercise's domain");
    return { origin: "extra" as const, name: "extra", args, expected: answerOf(exercise, args), stage: null };
  });
  return [...extra, ...standardCases(exercise, options.seed, options.runs)];
}

/** The last plans of each exercise: grading the same exercise again with the same seed generates nothing anew. */
const lastPlans = new WeakMap<LoadedExercise, { key: string; cases: readonly PlannedCase[] }[]>();
const plansKept = 4;

function standardCases(exercise: LoadedExercise, seed: number, runs: number): readonly PlannedCase[] {
  const key = `${seed} ${runs}`;
  const plans = lastPlans.get(exercise) ?? [];
  const known = plans.find((plan) => plan.key === key);
  if (known !== undefined) return known.cases;
  const named = [
    ...exercise.golden.map(({ name, args }) => ({ origin: "golden" as const, name, args })),
    ...exercise.edges.map(({ name, args }) => ({ origin: "edge" as const, name, args })),
    ...generate(exercise, seed, runs).map(({ name, args }) => ({ origin: "generated" as const, name, args })),
  ];
  const cases = named
    .map((planned) => ({
      ...planned,
      expected: answerOf(exercise, planned.args),
      stage: stageOf(exercise, planned.name),
    }))
    .sort((a, b) => (a.stage ?? 0) - (b.stage ?? 0));
  lastPlans.set(exercise, [{ key, cases }, ...plans].slice(0, plansKept));
  return cases;
}

/** The place of the stage that a case belongs to, by the case's name; null in an exercise without stages. */
function stageOf({ stages }: LoadedExercise, name: string): number | null {
  const place = stages?.findIndex(({ cases }) => cases.includes(name)) ?? -1;
  return place === -1 ? null : place;
}

/** One value in four is drawn toward the boundaries of its range (fast-check's bias). */
const biasFactor = 4;

function generate(exercise: LoadedExercise, seed: number, runs: number) {
  const generators = Object.entries(exercise.generators);
  const random = new Random(xoroshiro128plus(seed | 0));
  return Array.from({ length: generators.length === 0 ? 0 : runs }, (_, i) => {
    const [name, arbitrary] = generators[i % generators.length] ?? raiseNoGenerator();
    return { name, args: arbitrary.generate(random, biasFactor).value };
  });
}

function raiseNoGenerator(): never {
  throw new RangeError("no generator");
}
