import type { CallReport, Candidate, FunctionCall } from "../exercise/candidate.ts";
import type { Parameter } from "../exercise/exercise.ts";

/** How many calls of a case are kept to be shown; the rest is counted. */
const maxKept = 40;

/**
 * The candidate, called with the data of a case: where a parameter is a function, the data becomes the function that
 * it describes, new for every call, and the report says how it was called. For an exercise without such parameters
 * this is the candidate itself.
 */
export function withCallables(parameters: readonly Parameter[], candidate: Candidate): Candidate {
  if (parameters.every(({ callable }) => callable === undefined)) return candidate;
  return {
    call: (args) => callWith(parameters, candidate, args),
    dispose: () => candidate.dispose(),
  };
}

function callWith(
  parameters: readonly Parameter[],
  candidate: Candidate,
  args: readonly unknown[],
): CallReport {
  const kept: FunctionCall[] = [];
  let total = 0;
  const live = args.map((data, i): unknown => {
    const { name = "", callable } = parameters[i] ?? {};
    const behaviour = callable?.(data);
    if (behaviour === undefined) return data;
    return (...given: readonly unknown[]): unknown => {
      const value = behaviour(...given);
      total += 1;
      if (kept.length < maxKept) kept.push({ name, args: given, value });
      return value;
    };
  });
  const report = candidate.call(live);
  return { ...report, outcome: withData(report.outcome, args, live), calls: { kept, total } };
}

/** Arguments that the call changed, with the data again where the functions stood. */
function withData(
  outcome: CallReport["outcome"],
  args: readonly unknown[],
  live: readonly unknown[],
): CallReport["outcome"] {
  if (outcome.kind !== "returned" || outcome.changedArguments === undefined) return outcome;
  const changedArguments = outcome.changedArguments.map((now, i) => (now === live[i] ? args[i] : now));
  return { ...outcome, changedArguments };
}
