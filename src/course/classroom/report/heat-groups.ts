import type { TallyStudent } from "./class-tally.ts";

export type StudentSet = { readonly label: string; readonly students: readonly TallyStudent[] };

/** B2 before B10. */
const names = new Intl.Collator("fr", { numeric: true });

/** A list of names longer than that is no list any more. */
const sliceSize = 50;

/**
 * The class in parts that can be compared: its groups, by name; where there are none, or where one is too long, slices
 * of 50 in the order of student numbers.
 */
export function classesOf(students: readonly TallyStudent[]): readonly StudentSet[] {
  const groups = Map.groupBy(students, ({ student }) => student.group);
  const named = [...groups].toSorted(([a], [b]) => names.compare(a, b));
  return named.flatMap(([group, members]) => slices(group === "" ? "Sans groupe" : group, members));
}

function slices(label: string, students: readonly TallyStudent[]): StudentSet[] {
  if (students.length <= sliceSize) return [{ label, students }];
  const starts = Array.from({ length: Math.ceil(students.length / sliceSize) }, (_, i) => i * sliceSize);
  return starts.map((start) => {
    const slice = students.slice(start, start + sliceSize);
    return {
      label: `${label}, nº ${slice[0]?.student.number ?? ""} à ${slice.at(-1)?.student.number ?? ""}`,
      students: slice,
    };
  });
}
