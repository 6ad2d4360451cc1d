import type { ClassResults, GradedActivity, GradedHandIn } from "../graded.ts";
import type { Student } from "../hand-in.ts";
import { gradedOf, pagePaths } from "./class-report.ts";
import { foundMistakes } from "./found-mistakes.ts";
import { totalOf } from "./totals.ts";

/** What the class page keeps of a student and an activity: no text, no verdict, so that thousands fit. */
export type TallyCell = Pick<
  GradedActivity,
  "state" | "attempts" | "hints" | "solutionShown" | "time" | "claimed" | "agrees"
> & { readonly mistakes: readonly string[] };

export type TallyStudent = {
  readonly student: Student;
  /** Of the student's own page. */
  readonly page: string;
  readonly points: number;
  readonly daysLate: number;
  /** The file that counts, then the student's others, the last first; none where there is only one. */
  readonly files: readonly { readonly path: string; readonly made: number }[];
  /** One an activity of the lab, in its order. */
  readonly cells: readonly TallyCell[];
};

export type TallyMistake = {
  /** Place of the activity in the lab, from 0. */
  readonly activity: number;
  readonly name: string;
  /** Places in `students`. */
  readonly students: readonly number[];
  /** The verdict with the smallest case among them; null for an activity that is not code. */
  readonly example: GradedActivity["verdict"];
};

export type ClassTally = {
  readonly students: readonly TallyStudent[];
  /** The commonest first; of equals, the lab's order. */
  readonly mistakes: readonly TallyMistake[];
};

type Found = {
  activity: number;
  name: string;
  students: number[];
  example: GradedActivity["verdict"];
  size: number;
};

/** Goes through the hand-ins once. */
export function tallyOf(results: ClassResults): ClassTally {
  const students: TallyStudent[] = [];
  const found = new Map<string, Found>();
  const pages = pagePaths();
  for (const handIn of results.handIns) {
    const cells = results.activities.map(({ id }, activity) => {
      const graded = gradedOf(handIn, id);
      const cell = cellOf(graded);
      for (const name of cell.mistakes) note(found, activity, name, students.length, graded?.verdict ?? null);
      return cell;
    });
    students.push({ ...studentOf(results, handIn), page: pages(handIn.student), cells });
  }
  const mistakes = [...found.values()].toSorted(
    (a, b) => b.students.length - a.students.length || a.activity - b.activity || (a.name < b.name ? -1 : 1),
  );
  return { students, mistakes };
}

const studentOf = (results: ClassResults, handIn: GradedHandIn) => ({
  student: handIn.student,
  points: totalOf(results, handIn),
  daysLate: handIn.daysLate,
  files: handIn.others.length === 0 ? [] : [{ path: handIn.path, made: handIn.made }, ...handIn.others],
});

const nothing: TallyCell = {
  state: "missing",
  attempts: 0,
  hints: 0,
  solutionShown: false,
  time: 0,
  claimed: null,
  agrees: true,
  mistakes: [],
};

function cellOf(graded: GradedActivity | null): TallyCell {
  if (graded === null) return nothing;
  const { state, attempts, hints, solutionShown, time, claimed, agrees } = graded;
  return { state, attempts, hints, solutionShown, time, claimed, agrees, mistakes: foundMistakes(graded) };
}

function note(
  found: Map<string, Found>,
  activity: number,
  name: string,
  student: number,
  verdict: GradedActivity["verdict"],
): void {
  const key = `${activity} ${name}`;
  const known = found.get(key);
  const size = caseSize(verdict);
  if (known === undefined) {
    found.set(key, { activity, name, students: [student], example: verdict, size });
    return;
  }
  known.students.push(student);
  if (size < known.size) {
    known.example = verdict;
    known.size = size;
  }
}

/** How much there is to read in a verdict's case. */
const caseSize = (verdict: GradedActivity["verdict"]): number =>
  verdict === null || verdict.kind === "passed" || verdict.counterexample === null
    ? Infinity
    : JSON.stringify([verdict.counterexample.input, verdict.counterexample.expected]).length;
