import type { Candidate, Opened, Outcome } from "#course/exercise/candidate.ts";
import type { LoadedExercise } from "#course/exercise/exercise.ts";
import type { Engine } from "#course/grading/engine.ts";
import { sharedEntry } from "#course/grading/shared-module.ts";
import { equalValues } from "#course/grading/equal.ts";

/** What a « source » does: a fresh function for every sandbox, so that state kept between calls can be tested. */
export type FakeSource = () => (...args: never[]) => unknown;

/** An engine whose sources are names of host functions: grading is tested without QuickJS. */
export function fakeEngine(sources: Record<string, FakeSource | Opened>): Engine {
  return {
    open: (source, entry) => {
      if (entry === sharedEntry)
        return Promise.resolve({ kind: "opened", candidate: fakeGallery(source, sources) });
      const found = sources[source];
      if (found === undefined) throw new Error(`no fake source ${source}`);
      return Promise.resolve(
        typeof found === "function" ? { kind: "opened", candidate: fakeCandidate(found()) } : found,
      );
    },
  };
}

/** The members of a gallery are named by the lines of its module. */
function fakeGallery(module: string, sources: Record<string, FakeSource | Opened>): Candidate {
  const members = module.split("\n").flatMap((line) => {
    const found = sources[line];
    return typeof found === "function" ? [found()] : [];
  });
  const pick = (index: number, ...args: never[]) => members[index]?.(...args);
  return fakeCandidate(pick);
}

function fakeCandidate(target: (...args: never[]) => unknown): Candidate {
  return {
    call(args) {
      const copies = structuredClone(args) as never[];
      return { outcome: outcomeOf(target, copies, args), printed: "", printedCut: 0, steps: 0 };
    },
    dispose: () => undefined,
  };
}

function outcomeOf(
  target: (...args: never[]) => unknown,
  copies: never[],
  args: readonly unknown[],
): Outcome {
  try {
    const value = target(...copies);
    if (value === endless) return { kind: "out-of-budget", limit: "case", steps: 2_000_000 };
    return equalValues(copies, args)
      ? { kind: "returned", value }
      : { kind: "returned", value, changedArguments: copies };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
    return { kind: "threw", code: "error", name, message, at: { line: 3, column: 5 } };
  }
}

/** A fake that returns this has run out of its budget. */
export const endless = Symbol("endless");

export const loaded = (
  exercise: Omit<LoadedExercise, "id" | "mistakes">,
  ...mistakes: string[]
): LoadedExercise => ({
  ...exercise,
  id: "test/exercise",
  mistakes: mistakes.map((name) => ({ name, source: name })),
});
