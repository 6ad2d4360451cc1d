import type { Problem } from "./graded.ts";
import { byName } from "./intake/names.ts";

/** Each problem once, by file, activity, code and detail: the same rows whoever found them in whatever order. */
export function orderProblems(problems: readonly Problem[]): readonly Problem[] {
  const byKey = new Map(problems.map((problem) => [keyOf(problem), problem]));
  return [...byKey].toSorted(([a], [b]) => byName(a, b)).map(([, problem]) => problem);
}

const keyOf = ({ path, number, code, activity, detail }: Problem): string =>
  JSON.stringify([path, activity, code, detail, number]);
