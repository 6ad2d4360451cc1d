import type { Opened } from "../exercise/candidate.ts";
import type { Budget } from "../exercise/exercise.ts";

/** What grading needs of a host: a way from a learner's text to a callable function in a fresh sandbox. */
export type Engine = {
  /** `source` is the file as typed; `entry` the name that it must export; `seed` that of `Math.random`, 32 bits. */
  open(source: string, entry: string, seed: number, budget: Budget): Promise<Opened>;
};
