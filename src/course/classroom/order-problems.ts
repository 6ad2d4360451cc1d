import type { Problem } from "./graded.ts";
import { foldStrangers } from "./fold-strangers.ts";
import { byName } from "./intake/names.ts";

/**
 * Each problem once, by file, activity, code and detail, with the many files that are no hand-ins folded: the same rows
 * whoever found them in whatever order.
 */
export function orderProblems(problems: readonly Problem[]): readonly Problem[] {
  const byKey = new Map(problems.map((problem) => [keyOf(problem), problem]));
  return sorted(foldStrangers(sorted([...byKey.values()])));
}

const sorted = (problems: readonly Problem[]): readonly Problem[] =>
  problems
    .map((problem) => [keyOf(problem), problem] as const)
    .toSorted(([a], [b]) => byName(a, b))
    .map(([, problem]) => problem);

const keyOf = ({ path, number, code, activity, detail }: Problem): string =>
  JSON.stringify([path, activity, code, detail, number]);
