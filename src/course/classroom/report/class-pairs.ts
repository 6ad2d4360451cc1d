import type { ClassResults } from "../graded.ts";
import type { TallyStudent } from "./class-tally.ts";
import type { Materials } from "./materials.ts";
import { similarSources, type SimilarSources, type Source } from "./similar-sources.ts";

/** So many students are compared with one another at a time: one text of each is held in memory meanwhile. */
export const comparedAtOnce = 1000;
/** The first ones are shown. */
const mostPairs = 40;

export type ClassPair = SimilarSources<TallyStudent> & {
  /** Place of the activity in the lab. */
  readonly activity: number;
};

export type ClassPairs = {
  /** The most alike first. */
  readonly pairs: readonly ClassPair[];
  readonly found: number;
};

/**
 * Pairs of similar sources in each activity of code. A class of more than 1,000 is cut into slices by group and number,
 * compared each in itself; `students` are those of the tally, in the order of the hand-ins.
 */
export function classPairs(
  results: ClassResults,
  students: readonly TallyStudent[],
  materials: Materials,
): ClassPairs {
  const all: ClassPair[] = [];
  for (const slice of slicesOf(students)) {
    results.activities.forEach(({ id }, activity) => {
      const material = materials.get(id);
      if (material?.kind !== "exercise") return;
      const sources = [...textsOf(results, students, slice, id)];
      all.push(...similarSources(sources, material.given).map((pair) => ({ ...pair, activity })));
    });
  }
  const sorted = all.toSorted((a, b) => b.similarity - a.similarity);
  return { pairs: sorted.slice(0, mostPairs), found: all.length };
}

/** One activity at a time: going through the hand-ins again costs less than keeping all texts. */
function* textsOf(
  { handIns }: ClassResults,
  students: readonly TallyStudent[],
  slice: ReadonlySet<TallyStudent>,
  id: string,
): Generator<Source<TallyStudent>> {
  let place = 0;
  for (const { activities } of handIns) {
    const student = students[place++];
    const text = activities.find((one) => one.id === id)?.source ?? null;
    if (student !== undefined && slice.has(student) && text !== null) yield { key: student, text };
  }
}

/** Everybody at once where there is room; else who works together stands together. */
function slicesOf(students: readonly TallyStudent[]): readonly ReadonlySet<TallyStudent>[] {
  if (students.length <= comparedAtOnce) return [new Set(students)];
  const sorted = students.toSorted((a, b) =>
    a.student.group === b.student.group ? 0 : a.student.group < b.student.group ? -1 : 1,
  );
  return Array.from(
    { length: Math.ceil(sorted.length / comparedAtOnce) },
    (_, i) => new Set(sorted.slice(i * comparedAtOnce, (i + 1) * comparedAtOnce)),
  );
}
