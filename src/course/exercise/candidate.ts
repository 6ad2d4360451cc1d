/**
 * A learner's function, opened in a sandbox and callable. One Candidate is one fresh sandbox: state that the
 * learner's module keeps lives from call to call, nothing outlives `dispose`. All is deterministic: same source,
 * same calls, same reports, on any machine.
 */
export type Candidate = {
  /**
   * Calls the learner's function. Arguments are copied in; bytes arrive as views into larger, dirty buffers; a
   * function arrives as one that the learner may call until the call ends, with copies both ways. Never throws
   * unless such a function does.
   */
  call(args: readonly unknown[]): CallReport;
  /** Frees the sandbox; safe to call twice and after any failure. */
  dispose(): void;
};

export type CallReport = {
  readonly outcome: Outcome;
  /** What `console.log` and its kin wrote during the call, lines ended by `\n`. */
  readonly printed: string;
  /** How many characters of it were dropped because it grew too long. */
  readonly printedCut: number;
  /** Interpreter steps used, rounded to the sandbox's polling interval. */
  readonly steps: number;
  /** How the functions among the arguments were called: the first calls, in order, and how many there were. */
  readonly calls?: { readonly kept: readonly FunctionCall[]; readonly total: number };
};

/** One call of a function that the learner's function was given; `name` is the parameter's. */
export type FunctionCall = {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly value: unknown;
};

/**
 * What came of a call. After `out-of-memory`, `stack-overflow` through the host, or a spent `submission` budget the
 * Candidate is dead and answers every further call the same way; after a spent `case` budget it goes on.
 */
export type Outcome =
  | {
      readonly kind: "returned";
      /** Plain host data; what has no host counterpart (functions, symbols, promises …) is a `Foreign`. */
      readonly value: unknown;
      /** The arguments as the call left them, only if it changed them. */
      readonly changedArguments?: readonly unknown[];
    }
  | Thrown
  | OutOfBudget
  | { readonly kind: "out-of-memory" };

/** `case`: this call took too many steps; `submission`: all calls together did. `steps` is the limit that was hit. */
export type OutOfBudget = {
  readonly kind: "out-of-budget";
  readonly limit: "case" | "submission";
  readonly steps: number;
};

export type Thrown = {
  readonly kind: "threw";
  /** `stack-overflow`: recursion too deep, whoever noticed it. `too-large`: the value does not fit through the border. */
  readonly code: "error" | "stack-overflow" | "too-large";
  /** The error's class (`TypeError`); empty when what was thrown is no error. */
  readonly name: string;
  readonly message: string;
  /** Innermost line of the learner's own text, where known. */
  readonly at: Position | null;
};

/** A place in the learner's text; both count from 1, columns in UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number };

/** What a sandbox value is when it is not data. */
export class Foreign {
  readonly what: ForeignKind;
  constructor(what: ForeignKind) {
    this.what = what;
  }
}

export const foreignKinds = [
  "function",
  "symbol",
  "promise",
  "generator",
  "error",
  "cycle",
  "other",
] as const;
export type ForeignKind = (typeof foreignKinds)[number];

/** Why a file has no callable function. `detail` is the tool's own English text, for the curious. */
export type NotCompiled = {
  readonly kind: "did-not-compile";
  readonly reason:
    | "empty"
    | "too-large"
    | "not-text"
    | "syntax"
    | "typescript-only" // enum, namespace, parameter properties: not erasable
    | "import"
    | "no-export"
    | "default-export"
    | "not-a-function";
  readonly at: Position | null;
  readonly detail: string;
};

/** What opening a learner's file gives: a Candidate, or why there is none, with what the file printed meanwhile. */
export type Opened =
  | { readonly kind: "opened"; readonly candidate: Candidate }
  | NotCompiled
  | ((Thrown | OutOfBudget | { readonly kind: "out-of-memory" }) & {
      readonly printed: string;
      readonly printedCut: number;
    });
