import { DEFAULT_RUNS, DEFAULT_SEED } from "../../course/exercise/defaults.ts";
import type { Budget } from "../../course/exercise/exercise.ts";

/** Generated cases a run: what learners get. */
export const runs = DEFAULT_RUNS;

/** Solutions and mistakes are judged under each of these, so that no verdict hangs on one lucky draw. */
export const seeds = [DEFAULT_SEED, 1, 2] as const;

/** Mutants are judged under the one that learners get. */
export const mutantSeed = DEFAULT_SEED;

/** Budgets leave a right solution this many times what it needs. */
export const headroom = 10;

/** The sandbox counts steps in lumps of this size: what reports 0 steps may have taken nearly so many. */
export const stepLump = 10_000;

/**
 * Limits for mutants, and for mistakes while they are compared with each other: far more than a right solution
 * needs, far less than a learner gets, since many of them never end.
 */
export const tightBudget: Budget = { stepsPerCase: 200_000, stepsInAll: 4_000_000 };

/** How many values of a generator are asked to shrink. */
export const shrinkSamples = 20;

/** No step of an examination takes so long (ms), by far. */
export const silence = 15_000;
