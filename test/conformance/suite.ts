import { isDeepStrictEqual } from "node:util";
import { z } from "zod";

/** One comparison that a vector asks for. */
export type Check = { readonly what: string; readonly expected: unknown; readonly actual: unknown };

export type Failure = { readonly input: unknown; readonly checks: readonly Check[] };

/** `notScored`: the oracle itself says that it gives no verdict. `faulty`: the oracle is wrong, by an authority. */
export type Report = {
  readonly passed: number;
  readonly notScored: number;
  readonly failures: readonly Failure[];
  readonly faulty: readonly { readonly input: unknown; readonly authority: string }[];
};

/** Runs all vectors of one file against `src/net`. `folder` is where the file lies, with what it speaks of. */
export type Suite = (document: unknown, folder: string) => Report;

/** A vector that is wrong itself: says who is right. */
export type FaultyVector = { readonly faulty: string };

/**
 * A suite for files of the form `{ meta, vectors }`. `check` gives the comparisons of a vector, none when it is not
 * to be scored, or names the authority against which the oracle errs.
 */
export const vectors = <Vector, Meta = unknown>(
  schema: z.ZodType<Vector>,
  check: (vector: Vector, meta: Meta) => readonly Check[] | FaultyVector,
  metaSchema?: z.ZodType<Meta>,
): Suite => {
  const file = z.object({ meta: metaSchema ?? z.custom<Meta>(() => true), vectors: z.array(z.unknown()) });
  return (document) => {
    const { meta, vectors: list } = file.parse(document);
    const faulty: { input: unknown; authority: string }[] = [];
    const failures: Failure[] = [];
    let passed = 0;
    let notScored = 0;
    for (const input of list) {
      const parsed = schema.safeParse(input);
      if (!parsed.success) {
        failures.push({
          input,
          checks: [same("shape of the vector", "known", z.prettifyError(parsed.error))],
        });
        continue;
      }
      const vector = parsed.data;
      const checks = check(vector, meta);
      if ("faulty" in checks) {
        faulty.push({ input: vector, authority: checks.faulty });
        continue;
      }
      const wrong = checks.filter(({ expected, actual }) => !isDeepStrictEqual(actual, expected));
      if (wrong.length > 0) failures.push({ input: vector, checks: wrong });
      else if (checks.length > 0) passed++;
      else notScored++;
    }
    return { passed, notScored, failures, faulty };
  };
};

export const same = (what: string, expected: unknown, actual: unknown): Check => ({ what, expected, actual });
