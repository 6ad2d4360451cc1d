import { parse } from "yaml";
import { z } from "zod";
import type { Mutant } from "./mutants.ts";

/**
 * `equivalent-mutants.yaml`: the changes of a solution that change nothing that a case could show, each with the
 * reason why. An entry is bound to the text of its lines, not to their number, so that it survives edits elsewhere.
 */
const equivalentSchema = z.strictObject({
  /** The touched lines of the solution, blanks run together. */
  before: z.string().min(1),
  after: z.string(),
  /** Which one, where several places of the solution give the same `before` and `after`; from 1. */
  occurrence: z.int().positive().default(1),
  /** Why no case can tell: in French, like all that authors read. */
  because: z.string().min(10),
});
export const equivalentsSchema = z.array(equivalentSchema);

export type Equivalent = z.infer<typeof equivalentSchema>;

/** Reads the file's text; throws what `yaml` and `zod` throw. */
export const parseEquivalents = (text: string): Equivalent[] => equivalentsSchema.parse(parse(text) ?? []);

/** The entry that speaks of this mutant, if any. */
export const listedAs = (mutant: Mutant, equivalents: readonly Equivalent[]): Equivalent | undefined =>
  equivalents.find(
    ({ before, after, occurrence }) =>
      before === mutant.before && after === mutant.after && occurrence === mutant.occurrence,
  );
