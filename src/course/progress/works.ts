import { z } from "zod";
import { activitySchema, type Activity } from "./activity.ts";
import { readActivity } from "./activity-store.ts";
import { draftSchema, heads, type Draft } from "./draft.ts";
import { earlierSchema, earlierTexts, type Earlier } from "./earlier.ts";
import { allActivities, allDrafts, allEarlier } from "./keys.ts";
import { readDrafts } from "./open-draft.ts";
import type { Records } from "./records.ts";

/** Everything of one exercise. */
export type Work = {
  readonly exercise: string;
  readonly drafts: readonly Draft[];
  readonly earlier: readonly Earlier[];
  readonly activity: Activity;
};

/** The exercises that have any record, by id. */
export function exercisesWorkedOn(records: Records): readonly string[] {
  const ids = records.storage.keys().flatMap((key) => {
    const head = [allDrafts, allEarlier, allActivities].find((one) => key.startsWith(one));
    return head === undefined ? [] : [key.slice(head.length).split("/").slice(0, 2).join("/")];
  });
  return [...new Set(ids)].toSorted();
}

export const workOn = (records: Records, exercise: string): Work => ({
  exercise,
  drafts: heads(readDrafts(records, exercise)),
  earlier: earlierTexts(records, exercise),
  activity: readActivity(records, exercise),
});

export const workSchema = z
  .strictObject({
    exercise: activitySchema.shape.exercise,
    drafts: z.array(draftSchema).readonly(),
    earlier: z.array(earlierSchema).readonly(),
    activity: activitySchema,
  })
  .refine(({ exercise, drafts, earlier, activity }) =>
    [...drafts, ...earlier, activity].every((one) => one.exercise === exercise),
  );
