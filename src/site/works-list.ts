import { activities } from "./activities.ts";
import { repairRecord, repairsNumber } from "#course/network/repair.ts";
import { chapters, exercises } from "./catalogue.ts";
import { activityHref, exerciseHref, href } from "./links.ts";
import { repairs } from "./repairs.ts";

/** An exercise or an activity in a list. */
export type ListedWork = {
  /** Its name in the reader's records. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly points: number;
  /** The chapter's slug; null while it is not written. */
  readonly chapter: string | null;
};

/** Everything that is counted: exercises and activities, by number. */
export async function works(): Promise<ListedWork[]> {
  const ofExercises = (await exercises()).map(({ id, exercise, statement, chapter }) => ({
    id,
    number: exercise.number,
    title: statement.data.title,
    href: exerciseHref(id),
    points: exercise.points,
    chapter: chapter?.id ?? null,
  }));
  const ofActivities = (await activities()).map(({ id, record, activity, chapter }) => ({
    id: record,
    number: activity.number,
    title: activity.title,
    href: activityHref(id),
    points: activity.points,
    chapter: chapter?.id ?? null,
  }));
  const broken = await repairs();
  const ofRepairs: ListedWork = {
    id: repairRecord,
    number: repairsNumber,
    title: "Cinq pannes",
    href: href("pannes/"),
    points: broken.length,
    chapter: (await chapters()).find(({ data }) => data.number === 8)?.id ?? null,
  };
  return [...ofExercises, ...ofActivities, ofRepairs].toSorted((a, b) => a.number.localeCompare(b.number));
}

/** Those of a chapter: `03.1` belongs to chapter 3. */
export const worksOf = async (chapter: number): Promise<ListedWork[]> =>
  (await works()).filter(({ number }) => Number.parseInt(number, 10) === chapter);
