import { decodeCase } from "#course/exercise/case-link.ts";
import type { Exercise } from "#course/exercise/exercise.ts";
import { decodeValue, encodedValue, type EncodedValue } from "#course/exercise/value.ts";
import { sentences } from "./sentences.fr.ts";
import { UsageError } from "./usage-error.ts";

export type GivenCase = { readonly args: readonly EncodedValue[]; readonly seed: number | undefined };

/**
 * A case from the command line: the argument list as JSON (`[{"$bytes":"4500…"}]`), the code of a case link, or
 * the whole link. Throws UsageError when it is none of these or the exercise does not allow it.
 */
export function readCase(text: string, exercise: Exercise): GivenCase {
  const given = text.trimStart().startsWith("[")
    ? fromJson(text)
    : decodeCase(text.replace(/^.*#cas=/s, "").trim());
  if (given === null) throw new UsageError(sentences.badCase);
  if (!accepts(exercise, given.args)) {
    const names = exercise.parameters.map(({ name }) => name).join(", ");
    throw new UsageError(sentences.caseNotAccepted(`${exercise.entry}(${names})`));
  }
  return { args: given.args, seed: given.seed };
}

function fromJson(text: string): GivenCase | null {
  try {
    const parsed = encodedValue.array().safeParse(JSON.parse(text));
    return parsed.success ? { args: parsed.data, seed: undefined } : null;
  } catch {
    return null;
  }
}

/** `accepts` judges host values, so a guard that throws on nonsense has refused it. */
function accepts(exercise: Exercise, args: readonly EncodedValue[]): boolean {
  try {
    return exercise.accepts(args.map(decodeValue));
  } catch {
    return false;
  }
}
