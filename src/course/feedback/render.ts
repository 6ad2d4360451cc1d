import type { Failure, Verdict } from "../exercise/verdict.ts";
import type { Statement } from "../exercise/statement.ts";
import { caseView } from "./case-view.ts";
import type { Context } from "./facts.ts";
import { fr } from "./fr/index.ts";
import { said } from "./said.ts";
import { stagesView } from "./stages-view.ts";
import type { Strings } from "./strings.ts";
import type { VerdictView } from "./view.ts";

/** Says a verdict in words. Pure; never throws on a verdict that its schema accepts. */
export function renderVerdict(verdict: Verdict, context: Context, strings: Strings = fr): VerdictView {
  const footer = strings.verdict.footer({ ...verdict.cases, seed: verdict.seed });
  if (verdict.kind !== "passed") return { ...renderFailure(verdict, context, strings), footer };
  return {
    tone: "right",
    headline: strings.verdict.passed(verdict.cases.passed, verdict.cases.total),
    mistake: null,
    advice: [strings.typeset(context.statement.lesson)],
    stages: stagesView(verdict.stages, context.statement, strings),
    case: null,
    printed: null,
    at: null,
    footer,
  };
}

function renderFailure(failure: Failure, context: Context, strings: Strings): Omit<VerdictView, "footer"> {
  const { headline, advice } = said(failure, context, strings);
  const mistake = mistakeText(failure.mistake, context.statement, strings);
  const leads = failure.kind === "failed" && mistake !== null;
  return {
    tone: toneOf(failure.kind),
    headline: leads ? mistake.title : headline,
    mistake: mistake === null ? null : { title: leads ? null : mistake.title, message: mistake.message },
    advice,
    stages: stagesView(failure.stages, context.statement, strings),
    case: failure.counterexample === null ? null : caseView(failure.counterexample, context, strings),
    printed: printedView(failure, strings),
    at: failure.at,
  };
}

function toneOf(kind: Failure["kind"]): VerdictView["tone"] {
  return kind === "did-not-compile" || kind === "timeout" || kind === "internal-error"
    ? "attention"
    : "wrong";
}

/** What the statement says about a mistake, or the general text; null when neither knows the name. */
export function mistakeText(name: string | null, statement: Statement, strings: Strings) {
  if (name === null) return null;
  const own = Object.hasOwn(statement.mistakes, name) ? statement.mistakes[name] : undefined;
  if (own !== undefined) return { title: strings.typeset(own.title), message: strings.typeset(own.message) };
  return Object.entries(strings.mistakes).find(([general]) => general === name)?.[1] ?? null;
}

/** What the function wrote, and how much of it was dropped. */
export function printedView(
  { printed, printedCut }: { readonly printed: string; readonly printedCut: number },
  strings: Strings,
): VerdictView["printed"] {
  if (printed === "" && printedCut === 0) return null;
  return { text: printed, cutNote: printedCut === 0 ? null : strings.verdict.printedCut(printedCut) };
}
