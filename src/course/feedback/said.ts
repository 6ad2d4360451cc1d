import type { Failure } from "../exercise/verdict.ts";
import type { Context } from "./facts.ts";
import { runtimeFault } from "./runtime-fault.ts";
import type { Said, Strings } from "./strings.ts";
import { syntaxFault, typescriptConstruct } from "./syntax-fault.ts";
import { wrongAnswer } from "./wrong-answer.ts";

/** The headline of a failure and what to do next. */
export function said(failure: Failure, { exercise }: Context, strings: Strings): Said {
  const { verdict } = strings;
  switch (failure.kind) {
    case "failed":
      return { headline: wrongAnswer(failure.counterexample, exercise, strings), advice: [] };
    case "threw":
      return threw(failure, strings);
    case "did-not-compile":
      return rejected(failure, exercise, strings);
    case "out-of-budget":
      return verdict.outOfBudget(failure);
    case "out-of-memory":
      return verdict.outOfMemory(failure.during);
    case "timeout":
      return verdict.timeout();
    case "internal-error":
      return verdict.internalError({
        number: exercise.number,
        seed: failure.seed,
        code: failure.code,
        detail: oneLine(failure.detail),
      });
  }
}

function threw(failure: Extract<Failure, { kind: "threw" }>, strings: Strings): Said {
  const { error, during, at } = failure;
  const { headline, advice } = strings.verdict.threw({
    during,
    at,
    code: error.code,
    name: error.name,
    message: oneLine(error.message),
  });
  const fault = error.code === "error" ? runtimeFault(error.message) : null;
  return { headline, advice: fault === null ? advice : [...advice, strings.runtime[fault.code](fault.name)] };
}

function rejected(
  { reason, detail, at }: Extract<Failure, { kind: "did-not-compile" }>,
  { entry, parameters }: Context["exercise"],
  strings: Strings,
): Said {
  const words = strings.rejected;
  if (reason === "typescript-only") return words.typescriptOnly(at, typescriptConstruct(detail));
  if (reason === "syntax") {
    const fault = syntaxFault(detail);
    const text = fault.code === "other" && detail !== "" ? oneLine(detail) : null;
    return words.syntax(at, strings.syntax[fault.code](fault.token), text);
  }
  const call = `${entry}(${parameters.map(({ name }) => name).join(", ")})`;
  return words.reasons[reason]({ entry, call, at });
}

const maximumMessage = 200;

/** A learner's message for the middle of a sentence: one line, cut if long. */
export function oneLine(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= maximumMessage ? line : `${line.slice(0, maximumMessage)}…`;
}
