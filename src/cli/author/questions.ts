import { sample } from "fast-check";
import type { Exercise } from "../../course/exercise/exercise.ts";
import { decodeValue, encodedValue, encodeValue } from "../../course/exercise/value.ts";
import { answerOf } from "../../course/grading/answer.ts";
import type { Question, Reply } from "./part.ts";
import * as fr from "./sentences.fr.ts";

/** How many values of each generator are shown. */
const shown = 10;

/** Answers an author's question about an exercise. */
export const replyTo = (exercise: Exercise, question: Question): Reply =>
  question.ask === "samples"
    ? samplesOf(exercise, question.seed)
    : { part: "answer", text: referenceOn(exercise, question.text) };

export const samplesOf = (exercise: Exercise, seed: number): Extract<Reply, { part: "samples" }> => ({
  part: "samples",
  seed,
  generators: Object.entries(exercise.generators).map(([name, arbitrary]) => ({
    name,
    values: sample(arbitrary, { seed, numRuns: shown }).map((args) => JSON.stringify(args.map(encodeValue))),
  })),
});

/** The reference's answer to an argument list in the JSON of verdicts, `[{"$bytes":"4500"},64]`. */
function referenceOn(exercise: Exercise, text: string): string {
  const args = readArguments(text);
  if (args === null) return fr.noArguments;
  try {
    if (!exercise.accepts(args)) return fr.notAccepted;
    const answer = answerOf(exercise, args);
    return answer.kind === "returned"
      ? JSON.stringify(encodeValue(answer.value))
      : fr.threw(answer.name, answer.message);
  } catch (error) {
    return fr.referenceFailed(String(error));
  }
}

function readArguments(text: string): readonly unknown[] | null {
  try {
    const parsed = encodedValue.array().safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.map(decodeValue) : null;
  } catch {
    return null;
  }
}
