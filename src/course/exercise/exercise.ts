import type { Arbitrary } from "fast-check";
import type { Layout } from "../../net/bytes/layout.ts";

/**
 * An exercise: a conformance suite over one function. The reference, the model solution, every mistake and the
 * learner's function go through the same cases, in this order: golden vectors, edge cases, generated cases.
 */
export type Exercise<Args extends readonly unknown[] = readonly unknown[], Result = unknown> = {
  /** Chapter and place, as learners read it: `03.1`. */
  readonly number: string;
  /** The name that the learner's file must export. */
  readonly entry: string;
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly points: number;
  /** Numbers of the exercises that are assumed done. */
  readonly prerequisites: readonly string[];
  /** One a parameter, in order: how its values are shown and typed in. */
  readonly parameters: readonly Parameter[];
  readonly result: Shape;
  /** Vectors whose answer somebody else computed; the reference is checked against them. */
  readonly golden: readonly GoldenCase<Args, Result>[];
  /** The card's named edge cases; the reference gives the answer. */
  readonly edges: readonly NamedCase<Args>[];
  /**
   * Named sources of random cases, taken in turn. Each must shrink without fast-check's context (see
   * `course/generators`), must stay inside what the statement promises, and shrinks toward what a person can read.
   */
  readonly generators: Readonly<Record<string, Arbitrary<Args>>>;
  /** The right answer. Never changes its arguments. May throw only where the statement asks for an error. */
  reference(...args: Args): Result;
  /** Whether these values are a case that the statement allows: guards shrinking, links and typed-in inputs. */
  accepts(args: readonly unknown[]): boolean;
  /** What counts as the same answer, where that is not plain equality of contents. */
  sameResult?(expected: Result, actual: unknown, args: Args): boolean;
  readonly budget?: Partial<Budget>;
  /** For a large exercise: its steps, in order. Every case belongs to one of them. */
  readonly stages?: readonly Stage<Args, Result>[];
};

/** A step of a large exercise, judged on its own: who has the first steps right sees it, and is given their points. */
export type Stage<Args extends readonly unknown[] = readonly unknown[], Result = unknown> = {
  /** Kebab-case; what people read stands in the statement, under `stages`. */
  readonly name: string;
  /** Its share of the exercise's points. */
  readonly points: number;
  /** Names of golden, edge and generated cases. */
  readonly cases: readonly string[];
  /** What counts as the same answer in this stage, where it asks for less than the exercise does. */
  sameResult?(expected: Result, actual: unknown, args: Args): boolean;
};

/** A case with its kebab-case name; the sentence that people read stands in the statement, under `cases`. */
export type NamedCase<Args extends readonly unknown[]> = { readonly name: string; readonly args: Args };

export type GoldenCase<Args extends readonly unknown[], Result> = NamedCase<Args> & {
  readonly expected: Result;
  /** Who says so: `RFC 1071 §3`, `tcpdump 4.99.3`. */
  readonly source: string;
};

export type Parameter = {
  readonly name: string;
  readonly shape: Shape;
  /**
   * Where the learner's function is given a function: cases hold data that describe it (so that they can be shown,
   * shrunk and linked), and this makes the function of them, on the host and anew for every call of the learner's.
   * Deterministic; takes whatever the learner passes, however wrong, and answers with data. `reference` gets the
   * data.
   */
  readonly callable?: (data: unknown) => (...args: readonly unknown[]) => unknown;
};

/** How a value is drawn, named in a difference, and typed in by hand. */
export type Shape =
  | { readonly kind: "bytes"; readonly layout?: Layout }
  /** An unsigned integer of `bits` bits; `field` is the RFC's name when it is the content of a header field. */
  | { readonly kind: "uint"; readonly bits: 8 | 16 | 32; readonly base: 10 | 16; readonly field?: string }
  | {
      readonly kind: "value";
      /** Byte strings inside the value that are messages: path (`.packet`) to layout. */
      readonly layouts?: Readonly<Record<string, Layout>>;
      /** Members that are header fields: path (`.checksum`) to the RFC's name (`Header Checksum`). */
      readonly fields?: Readonly<Record<string, string>>;
    };

/**
 * Limits, in steps of the interpreter: it counts loop turns and calls, and asks whether to go on every 10,000. Two
 * million steps took 30 ms (an empty loop) to 1.4 s (strings, objects) on a busy 2-core machine; a phone is slower.
 */
export type Budget = { readonly stepsPerCase: number; readonly stepsInAll: number };

/** A right answer of this course needs some hundreds a case; all in all stays under the watchdog's wall time. */
export const defaultBudget: Budget = { stepsPerCase: 500_000, stepsInAll: 5_000_000 };

/**
 * Declares an exercise: the default export of every `graders/<topic>/<name>/exercise.ts`. The types tie golden
 * cases, generators and reference together; the returned value forgets them, since a list of exercises mixes all.
 */
export function defineExercise<Args extends readonly unknown[], Result>(
  exercise: Exercise<Args, Result>,
): Exercise {
  // Legal because methods are compared bivariantly; sound because every caller goes through `accepts`, generators
  // or cases of the same exercise, so that the arguments that reach `reference` are always its own.
  return exercise;
}

/** A wrong solution that learners really write. `name` is shared by variants of one mistake (`carry-lost.2.ts`). */
export type Mistake = { readonly name: string; readonly source: string };

/** An exercise with what its folder adds: the id (`ipv4/checksum`) and the mistakes to recognise, in file order. */
export type LoadedExercise = Exercise & { readonly id: string; readonly mistakes: readonly Mistake[] };
