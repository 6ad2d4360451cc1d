import type { ForeignKind, NotCompiled, Position } from "../exercise/candidate.ts";
import type { GeneralMistake } from "../exercise/mistakes.ts";
import type { Counterexample } from "../exercise/verdict.ts";
import type { RuntimeFaultCode } from "./runtime-fault.ts";
import type { SyntaxFaultCode, TypeScriptOnly } from "./syntax-fault.ts";

/**
 * Everything that feedback says, in one language. A language is a folder whose parts satisfy the parts of this
 * type, so that a missing sentence is a type error. Sentences come out with their typographic spaces.
 */
export type Strings = {
  /** Typography of a text that was written elsewhere (a statement). */
  typeset(text: string): string;
  readonly verdict: VerdictStrings;
  readonly wrong: WrongStrings;
  readonly rejected: RejectedStrings;
  readonly syntax: Readonly<Record<SyntaxFaultCode, (token: string | null) => SyntaxSentence>>;
  readonly runtime: Readonly<Record<RuntimeFaultCode, (name: string | null) => string>>;
  readonly mistakes: Readonly<Record<GeneralMistake, { readonly title: string; readonly message: string }>>;
  readonly cases: CaseStrings;
  readonly stages: StageStrings;
  readonly values: ValueStrings;
  readonly terminal: TerminalStrings;
  /** Header fields by `${layout}.${field}`. */
  readonly fields: Readonly<Record<string, FieldText>>;
};

export type FieldText = {
  readonly name: string;
  /** What it says, its unit, how it is computed. */
  readonly meaning: string;
};

/** `fault` follows « Ligne 3, colonne 14 : ». */
export type SyntaxSentence = { readonly fault: string; readonly advice: string | null };

export type Said = { readonly headline: string; readonly advice: readonly string[] };

export type VerdictStrings = {
  passed(passed: number, total: number): string;
  threw(error: ThrownFacts): Said;
  outOfBudget(facts: { during: "load" | "call"; limit: "case" | "submission"; steps: number }): Said;
  outOfMemory(during: "load" | "call"): Said;
  timeout(): Said;
  /** `detail` is English, on one line, for whoever mends the grader. */
  internalError(facts: { number: string; seed: number; code: string; detail: string }): Said;
  footer(facts: { run: number; passed: number; total: number; seed: number }): string;
  printedCut(characters: number): string;
};

export type ThrownFacts = {
  readonly during: "load" | "call";
  readonly code: "error" | "stack-overflow" | "too-large";
  readonly name: string;
  /** On one line, cut if long. */
  readonly message: string;
  readonly at: Position | null;
};

/** Sentences for an answer that is wrong. `input` is the noun phrase that `input()` gives; values are as written. */
export type WrongStrings = {
  /** « cet en-tête », from the parameters' names. */
  input(parameters: readonly string[]): string;
  answer(facts: { input: string; field: string | null; expected: string; actual: string }): string;
  nothing(facts: { input: string; field: string | null; expected: string }): string;
  member(facts: { input: string; path: string; expected: string; actual: string }): string;
  memberMissing(facts: { input: string; path: string }): string;
  memberTooMany(facts: { input: string; path: string }): string;
  byte(facts: ByteFacts & { expected: string; actual: string }): string;
  byteMissing(facts: ByteFacts): string;
  byteTooMany(facts: ByteFacts): string;
  /** The statement asks for an error. */
  notThrown(facts: { input: string; expected: string; actual: string }): string;
  argumentChanged(name: string): string;
  unlike(input: string): string;
};

export type ByteFacts = {
  readonly input: string;
  /** Which byte string, when it is not the whole result. */
  readonly path: string;
  readonly offset: number;
  readonly field: string | null;
};

export type RejectedStrings = {
  readonly reasons: Readonly<
    Record<Exclude<NotCompiled["reason"], "syntax" | "typescript-only">, (facts: RejectedFacts) => Said>
  >;
  syntax(at: Position | null, fault: SyntaxSentence, detail: string | null): Said;
  typescriptOnly(at: Position | null, construct: TypeScriptOnly): Said;
};

export type RejectedFacts = {
  readonly entry: string;
  /** `ipChecksum(header)`. */
  readonly call: string;
  readonly at: Position | null;
};

export type CaseStrings = {
  /** `sentence` is the statement's, or null where it has none; `reduced`: the case is smaller than what it names. */
  title(facts: {
    sentence: string | null;
    origin: Counterexample["origin"];
    index: number;
    reduced: boolean;
  }): string;
  readonly expected: string;
  readonly actual: string;
  shrunk(times: number): string;
  needsHistory(): string;
  readonly difference: DifferenceStrings;
  readonly trial: TrialStrings;
  readonly calls: CallStrings;
};

export type CallStrings = {
  title(total: number): string;
  more(calls: number): string;
};

export type StageStrings = {
  /** `name` is the statement's. */
  stage(place: number, name: string): string;
  readonly results: Readonly<Record<"passed" | "failed" | "not-reached", (points: number) => string>>;
  total(earned: number, of: number): string;
};

export type DifferenceStrings = {
  /** What it is about: `payload`, an argument, nothing for the result itself. */
  readonly missing: string;
  argument(name: string): string;
  sentence(facts: DifferencePlace & { expected: string; actual: string }): string;
};

export type DifferencePlace = {
  /** `payload` or « argument `packet` »; empty for the result itself. */
  readonly where: string;
  readonly bytes: { readonly from: number; readonly to: number } | null;
  readonly bits: { readonly from: number; readonly to: number } | null;
  readonly field: string | null;
};

export type TrialStrings = {
  threw(name: string, message: string): string;
  outOfBudget(): string;
  outOfMemory(): string;
  notAccepted(): string;
};

export type ValueStrings = {
  readonly noBytes: string;
  moreBytes(total: number): string;
  moreItems(total: number): string;
  moreCharacters(total: number): string;
  thrown(name: string): string;
  readonly foreign: Readonly<Record<ForeignKind, string>>;
};

export type TerminalStrings = {
  readonly printed: string;
  readonly signs: Readonly<Record<"right" | "wrong" | "attention", string>>;
  readonly stageSigns: Readonly<Record<"passed" | "failed" | "not-reached", string>>;
};
