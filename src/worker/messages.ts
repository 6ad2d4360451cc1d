import { z } from "zod";
import { encodedValue } from "../course/exercise/value.ts";
import { encodedCalls, verdictSchema } from "../course/exercise/verdict.ts";
import { playReport, playRequest } from "../course/playing/request.ts";

/** What crosses a thread boundary: plain JSON both ways, parsed on arrival. */
const seed = z.int().min(0).max(0xffff_ffff);

export const gradeRequest = z.object({
  type: z.literal("grade"),
  /** `ipv4/checksum`. */
  exercise: z.string(),
  /** The learner's file, as typed. */
  source: z.string(),
  seed,
  /** Number of generated cases. */
  runs: z.int().min(0).max(100_000),
  /** Run before all others: the argument lists that failed last time, or those of a link. */
  extraCases: z.array(z.array(encodedValue)),
});

/** Runs the function on inputs of the learner's choice, without judging. */
export const tryRequest = z.object({
  type: z.literal("try"),
  exercise: z.string(),
  source: z.string(),
  seed,
  inputs: z.array(z.array(encodedValue)).max(20),
});

/** What one input gave: the answer (or `$thrown`), or a verdict when no call came through. */
export const tryReport = z.object({
  type: z.literal("tried"),
  results: z.array(
    z.object({
      input: z.array(encodedValue),
      actual: encodedValue,
      stopped: z.enum(["out-of-budget", "out-of-memory", "not-accepted"]).nullable(),
      printed: z.string(),
      printedCut: z.int(),
      calls: encodedCalls.optional(),
    }),
  ),
  /** Set when the file could not be opened; `results` is then empty. */
  failure: verdictSchema.nullable(),
});

/** Plays commands on a network in which learners' functions take decisions. */
export const playMessage = playRequest.extend({ type: z.literal("play"), seed });

/** What came of it; `failure` is set, and the report null, when the grader failed or had to be ended. */
export const played = z.object({
  type: z.literal("played"),
  report: playReport.nullable(),
  failure: verdictSchema.nullable(),
});

export const request = z.discriminatedUnion("type", [gradeRequest, tryRequest, playMessage]);

/** Sent once before the answer: engine and exercise are loaded, the learner's code runs from now on. */
const started = z.object({ type: z.literal("started") });
const graded = z.object({ type: z.literal("graded"), verdict: verdictSchema });

/** All that a worker says. */
export const workerMessage = z.discriminatedUnion("type", [started, graded, tryReport, played]);

export type GradeRequest = z.infer<typeof gradeRequest>;
export type TryRequest = z.infer<typeof tryRequest>;
export type TryReport = z.infer<typeof tryReport>;
export type Request = z.infer<typeof request>;
export type PlayMessage = z.infer<typeof playMessage>;
export type Played = z.infer<typeof played>;
export type Response = z.infer<typeof graded> | TryReport | Played;
