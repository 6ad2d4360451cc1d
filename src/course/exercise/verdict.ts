import { z } from "zod";
import { encodedValue } from "./value.ts";

/**
 * What grading says, as plain JSON: codes and values, no prose. Same source, same seed, same extra cases: the same
 * bytes of JSON, in a browser, on a command line, on any machine. The schema is the one definition; it also guards
 * the border between threads.
 */
const position = z.object({ line: z.int().positive(), column: z.int().positive() });

/** Where expected and actual first part. */
const difference = z.object({
  /** From the result down: `""` is the result itself, `.payload[3]` a byte in it, `arguments[0][11]` an argument. */
  path: z.string(),
  expected: encodedValue,
  actual: encodedValue,
  /** In a byte string: which byte differs first (offset in that byte string). */
  offset: z.int().nonnegative().optional(),
  /** First to last differing bit inside that byte string or unsigned integer; bit 0 is the most significant. */
  bits: z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() }).optional(),
  /** The RFC's name of the field these bits lie in. */
  field: z.string().optional(),
});

export const encodedCalls = z.object({
  kept: z.array(z.object({ name: z.string(), args: z.array(encodedValue), value: encodedValue })),
  total: z.int().nonnegative(),
});

const counterexample = z.object({
  origin: z.enum(["extra", "golden", "edge", "generated"]),
  /** The case's or the generator's kebab-case name. */
  name: z.string(),
  /** Place of the case in the run, from 0. */
  index: z.int().nonnegative(),
  /** How many times the input was made smaller. */
  shrinks: z.int().nonnegative(),
  input: z.array(encodedValue),
  /** The right answer; an error that the statement asks for is `{ "$thrown": name, message }`. */
  expected: encodedValue,
  /** The learner's answer; absent when the call gave none. */
  actual: encodedValue.optional(),
  difference: difference.nullable(),
  /** How the functions among the arguments were called: the first calls, and how many there were. */
  calls: encodedCalls.optional(),
  /** True when the function answers this case rightly in a fresh sandbox: state kept between calls spoils it. */
  needsHistory: z.boolean(),
});

const stageResult = z.object({
  name: z.string(),
  points: z.int().nonnegative(),
  /** `not-reached`: a limit ended the run before all of its cases. */
  outcome: z.enum(["passed", "failed", "not-reached"]),
});

const common = {
  seed: z.int().nonnegative(),
  /** Cases run, cases answered rightly, cases planned. */
  cases: z.object({
    run: z.int().nonnegative(),
    passed: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  /** For an exercise with stages whose file could be called: each of them, in order. */
  stages: z.array(stageResult).optional(),
};

const failure = {
  ...common,
  /** The minimal failing case; null when no case is at fault. */
  counterexample: counterexample.nullable(),
  /** The mistake that explains every failing case, by name: the exercise's own or a general one; or null. */
  mistake: z.string().nullable(),
  /** What the function printed on the counterexample (or while the file was loaded), cut if long. */
  printed: z.string(),
  printedCut: z.int().nonnegative(),
  /** Line and column in the learner's own text, where there is one to point at. */
  at: position.nullable(),
};

export const verdictSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("passed"), ...common }),
  z.object({ kind: z.literal("failed"), ...failure }),
  z.object({
    kind: z.literal("threw"),
    ...failure,
    /** `load`: while the file itself ran, before any call. */
    during: z.enum(["load", "call"]),
    error: z.object({
      code: z.enum(["error", "stack-overflow", "too-large"]),
      name: z.string(),
      message: z.string(),
    }),
  }),
  z.object({
    kind: z.literal("did-not-compile"),
    ...failure,
    reason: z.enum([
      "empty",
      "too-large",
      "not-text",
      "syntax",
      "typescript-only",
      "import",
      "no-export",
      "default-export",
      "not-a-function",
    ]),
    detail: z.string(),
  }),
  z.object({
    kind: z.literal("out-of-budget"),
    ...failure,
    during: z.enum(["load", "call"]),
    /** `case`: one call took too many steps; `submission`: all calls together did. */
    limit: z.enum(["case", "submission"]),
    steps: z.int().positive(),
  }),
  z.object({ kind: z.literal("out-of-memory"), ...failure, during: z.enum(["load", "call"]) }),
  /** The watchdog ended the worker: the engine itself was stuck, so nothing more is known. */
  z.object({ kind: z.literal("timeout"), ...failure }),
  /** The grader failed, not the learner. */
  z.object({ kind: z.literal("internal-error"), ...failure, code: z.string(), detail: z.string() }),
]);

export type Verdict = z.infer<typeof verdictSchema>;
export type Failure = Exclude<Verdict, { kind: "passed" }>;
export type Counterexample = z.infer<typeof counterexample>;
export type StageResult = z.infer<typeof stageResult>;
export type EncodedCalls = z.infer<typeof encodedCalls>;
export type Difference = z.infer<typeof difference>;
