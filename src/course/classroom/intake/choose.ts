import type { GradedHandIn, Problem } from "../graded.ts";
import type { Student } from "../hand-in.ts";
import { byName, cut } from "./names.ts";
import type { Receipt } from "./receipt.ts";

/** The file that counts for a student, and the others. */
export type Chosen = { readonly receipt: Receipt; readonly others: GradedHandIn["others"] };

export type Choice = { readonly chosen: readonly Chosen[]; readonly problems: readonly Problem[] };

/**
 * Of the hand-ins for the lab, the one that counts for each student: the last by the time it was made, then by name.
 * A student is a number and a name: one number with two names is two students, and a problem of both.
 */
export function choose(receipts: readonly Receipt[], lab: string): Choice {
  const [ours, foreign] = [
    receipts.filter((one) => one.lab === lab),
    receipts.filter((one) => one.lab !== lab),
  ];
  const groups = Map.groupBy(ours, ({ student }) => studentKey(student));
  const chosen = [...groups.values()].map(lastOf).toSorted((a, b) => byStudent(a.receipt, b.receipt));
  return {
    chosen,
    problems: [
      ...foreign.map((one) => problemOf(one, "other-lab", one.lab)),
      ...ours.filter(({ intact }) => !intact).map((one) => problemOf(one, "changed-by-hand", "")),
      ...sameNumber(chosen),
    ],
  };
}

/** By number, then name, then path: the order of every table. */
export const byStudent = (
  a: Pick<Receipt, "student" | "path">,
  b: Pick<Receipt, "student" | "path">,
): number =>
  byName(numberKey(a.student), numberKey(b.student)) ||
  byName(a.student.name, b.student.name) ||
  byName(a.path, b.path);

/** The same number for a person and for a spreadsheet. */
export const numberKey = ({ number }: Student): string => number.toUpperCase();

/** « Jean Dupont », « DUPONT Jean » and « dupont, jéan » are one person. */
const studentKey = (student: Student): string => {
  const words = student.name
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toUpperCase();
  return [
    numberKey(student),
    ...words
      .split(/[^\p{Letter}\p{Number}]+/u)
      .filter(Boolean)
      .toSorted(),
  ].join(" ");
};

function lastOf(files: readonly Receipt[]): Chosen {
  const [last, ...others] = files.toSorted((a, b) => b.made - a.made || byName(b.path, a.path));
  if (last === undefined) throw new RangeError("a group has a member");
  return { receipt: last, others: others.map(({ path, made }) => ({ path, made })) };
}

function sameNumber(chosen: readonly Chosen[]): readonly Problem[] {
  const byNumber = Map.groupBy(chosen, ({ receipt }) => numberKey(receipt.student));
  return [...byNumber.values()].flatMap((group) => {
    if (group.length === 1) return [];
    const names = group.map(({ receipt }) => receipt.student.name).join(", ");
    return group.map(({ receipt }) => problemOf(receipt, "same-number", names));
  });
}

const problemOf = ({ path, student }: Receipt, code: Problem["code"], detail: string): Problem => ({
  path,
  number: student.number,
  code,
  activity: "",
  detail: cut(detail),
});
