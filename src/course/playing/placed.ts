import type { Candidate } from "../exercise/candidate.ts";
import { Foreign } from "../exercise/candidate.ts";
import { defaultBudget } from "../exercise/exercise.ts";
import { encodeValue } from "../exercise/value.ts";
import type { Engine } from "../grading/engine.ts";
import type { PlayFault } from "./request.ts";

/** A learner's function could not answer: it passes through the simulation to whoever plays it. */
export class Stopped extends Error {
  readonly fault: PlayFault;
  constructor(fault: PlayFault) {
    super(`${fault.entry}: ${fault.kind}`);
    this.name = "Stopped";
    this.fault = fault;
  }
}

/** A play calls a function far more often than a grading run, in all; one call may take as long as there. */
const budget = { ...defaultBudget, stepsInAll: defaultBudget.stepsInAll * 4 };

/** Calls of one function while one command runs. Who needs more has frames that beget frames, and never rests. */
const mostCalls = 1500;

export type Placed = {
  readonly call: (...args: readonly unknown[]) => unknown;
  /** Another command begins: calls are counted anew. */
  readonly begin: () => void;
  readonly dispose: () => void;
};

/** Opens a learner's file; every call gives the answer or throws `Stopped`. `print` gets what the function prints. */
export async function place(
  engine: Engine,
  entry: string,
  source: string,
  seed: number,
  print: (text: string) => void,
): Promise<Placed> {
  const opened = await engine.open(source, entry, seed, budget);
  if (opened.kind === "opened") {
    const { candidate } = opened;
    let calls = 0;
    const call: Placed["call"] = (...args) => {
      if (calls++ >= mostCalls)
        throw new Stopped({ entry, kind: "restless", detail: String(mostCalls), line: null });
      return answer(candidate, entry, args, print);
    };
    const begin = (): void => {
      calls = 0;
    };
    return { call, begin, dispose: () => candidate.dispose() };
  }
  const at = opened.kind === "did-not-compile" || opened.kind === "threw" ? opened.at : null;
  const detail =
    opened.kind === "did-not-compile"
      ? opened.reason
      : opened.kind === "threw"
        ? opened.message
        : opened.kind;
  throw new Stopped({ entry, kind: "not-opened", detail, line: at?.line ?? null });
}

function answer(
  candidate: Candidate,
  entry: string,
  args: readonly unknown[],
  print: (text: string) => void,
): unknown {
  const { outcome, printed } = candidate.call(args);
  print(printed);
  switch (outcome.kind) {
    case "returned":
      if (outcome.value instanceof Foreign)
        throw new Stopped({ entry, kind: "unusable", detail: outcome.value.what, line: null });
      return outcome.value;
    case "threw":
      throw new Stopped({
        entry,
        kind: "threw",
        detail: `${outcome.name}: ${outcome.message}`,
        line: outcome.at?.line ?? null,
      });
    case "out-of-budget":
    case "out-of-memory":
      throw new Stopped({ entry, kind: outcome.kind, detail: "", line: null });
  }
}

/** What to say of an answer that has not the form that its exercise asks for. */
export const unusable = (entry: string, answer: unknown): PlayFault => ({
  entry,
  kind: "unusable",
  detail: JSON.stringify(encodeValue(answer)).slice(0, 300),
  line: null,
});
