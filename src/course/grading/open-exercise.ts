import type { Opened } from "../exercise/candidate.ts";
import type { Budget, Exercise } from "../exercise/exercise.ts";
import { withCallables } from "./callables.ts";
import type { Engine } from "./engine.ts";

/** Opens a file for an exercise: the Candidate takes the data of its cases. */
export async function openExercise(
  engine: Engine,
  { entry, parameters }: Pick<Exercise, "entry" | "parameters">,
  source: string,
  seed: number,
  budget: Budget,
): Promise<Opened> {
  const opened = await engine.open(source, entry, seed, budget);
  return opened.kind === "opened"
    ? { kind: "opened", candidate: withCallables(parameters, opened.candidate) }
    : opened;
}
