import type { Opened } from "../exercise/candidate.ts";
import type { Budget } from "../exercise/exercise.ts";

/** What grading needs of a host: a way from a learner's text to a callable function in a fresh sandbox. */
export type Engine = {
  open(source: string, entry: string, seed: number, budget: Budget): Promise<Opened>;
};
