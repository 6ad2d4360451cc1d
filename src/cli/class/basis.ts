import type { Marking } from "#course/classroom/grading/gradable.ts";
import { hashOf } from "./key.ts";
import type { PrivateFolder } from "./private-folder.ts";

/** A hash of all that decides a verdict besides the hand-in: with another, everything is graded again. */
export const basisOf = (
  { lab, seed, activities }: Omit<Marking, "grade">,
  own: PrivateFolder | null,
): string =>
  hashOf([
    [lab.number, lab.due, lab.late ?? null, seed],
    activities.map(({ id, version }) => [id, version, own?.filesOf(id) ?? []]),
  ]);
