import type { GradedActivity, GradedHandIn, Problem } from "../graded.ts";
import { handedText, type HandedActivity, type HandIn } from "../hand-in.ts";
import { cut } from "../intake/names.ts";
import { daysLate, shareKept } from "../late.ts";
import type { Gradable, Marking } from "./gradable.ts";
import { gradeText } from "./grade-activity.ts";
import type { Outcome } from "./outcome.ts";
import { workTime } from "./work-time.ts";

export type GradedFile = { readonly handIn: GradedHandIn; readonly problems: readonly Problem[] };

/** Grades every activity of the lab in a hand-in, afresh; what the file claims is compared, never taken over. */
export async function gradeHandIn(
  handIn: HandIn,
  place: Pick<GradedHandIn, "path" | "others">,
  marking: Marking,
): Promise<GradedFile> {
  const { lab, student, made } = handIn;
  const activities: GradedActivity[] = [];
  const problems: Problem[] = [];
  for (const gradable of marking.activities) {
    const handed = handIn.activities.find(({ id }) => id === gradable.id);
    const text = handed === undefined ? null : handedText(handed.work);
    const outcome = await gradeText(gradable, text, marking);
    const graded = gradedActivity(gradable, handed, text, outcome);
    activities.push(graded);
    for (const [code, detail] of problemsOf(gradable, handed, graded))
      problems.push({ path: place.path, number: student.number, code, activity: gradable.number, detail });
  }
  for (const id of unknownIn(handIn, marking)) {
    const found = { code: "unknown-activity", activity: cut(id), detail: "" } as const;
    problems.push({ path: place.path, number: student.number, ...found });
  }
  if (isOlderThanItsWork(handIn))
    problems.push({ path: place.path, number: student.number, code: "odd-date", activity: "", detail: "" });
  const late = { kept: shareKept(marking.lab, made), daysLate: daysLate(marking.lab, made) };
  return { handIn: { ...place, lab, student, made, ...late, activities }, problems };
}

/** In ms: the clocks of two machines on which a student works differ less. */
const clocksDiffer = 15 * 60 * 1000;

/** Whether a text or attempt was made after the hand-in that holds it. */
const isOlderThanItsWork = ({ made, activities }: HandIn): boolean =>
  activities.some(({ work }) =>
    [...work.drafts, ...work.activity.attempts].some(({ time }) => time > made + clocksDiffer),
  );

/** Activities that the lab does not have: the first ones, since a file made by hand may name any number. */
function unknownIn({ activities }: HandIn, marking: Pick<Marking, "activities">): readonly string[] {
  const known = new Set(marking.activities.map(({ id }) => id));
  return activities.flatMap(({ id }) => (known.has(id) ? [] : [id])).slice(0, 20);
}

function gradedActivity(
  { number, id }: Gradable,
  handed: HandedActivity | undefined,
  source: string | null,
  outcome: Outcome,
): GradedActivity {
  const claimed = handed?.claim?.passed ?? null;
  const activity = handed?.work.activity;
  return {
    number,
    id,
    ...outcome,
    claimed,
    agrees: claimed === null || outcome.state === "ungraded" || claimed === (outcome.state === "passed"),
    attempts: activity?.attempts.length ?? 0,
    hints: activity?.hints ?? 0,
    solutionShown: (activity?.solution ?? null) !== null,
    time: activity === undefined ? 0 : workTime(activity),
    source,
  };
}

/** What a person should know of one activity of a hand-in: codes with their details. */
function problemsOf(
  { version }: Gradable,
  handed: HandedActivity | undefined,
  { verdict, agrees, claimed, state }: GradedActivity,
): readonly (readonly [Problem["code"], string])[] {
  const found: [Problem["code"], string][] = [];
  if (handed !== undefined && handed.version !== version && state !== "missing")
    found.push(["unknown-version", cut(handed.version)]);
  if (!agrees) found.push(["claim-differs", claimed === true ? "passed" : "failed"]);
  if (verdict?.kind === "out-of-memory" || verdict?.kind === "timeout") found.push([verdict.kind, ""]);
  if (verdict?.kind === "internal-error")
    found.push(["internal-error", cut(`${verdict.code} ${verdict.detail}`.trim())]);
  return found;
}
