import type { Verdict } from "../../exercise/verdict.ts";
import type { CodeRequest, Marking } from "./gradable.ts";

/** Verdicts that are kept: a class of 300 that all hand in one untouched starter is one verdict. */
const most = 256;

/**
 * Grades the same text once: the verdict depends on the request alone. The oldest is forgotten, so that memory does not
 * grow with the class; what was the grader's fault is asked again.
 */
export function remembering(grade: Marking["grade"]): Marking["grade"] {
  const known = new Map<string, Promise<Verdict>>();
  return (request) => {
    const key = keyOf(request);
    const before = known.get(key);
    if (before !== undefined) return before;
    const verdict = grade(request);
    known.set(key, verdict);
    const forget = (): void => void known.delete(key);
    verdict.then(
      ({ kind }) => (kind === "internal-error" || kind === "timeout" ? forget() : undefined),
      forget,
    );
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return verdict;
  };
}

const keyOf = ({ exercise, source, seed, runs, extraCases }: CodeRequest): string =>
  JSON.stringify([exercise, seed, runs, source, extraCases]);
