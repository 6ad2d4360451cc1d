import { mergeActivities, type Activity } from "./activity.ts";
import { readActivity } from "./activity-store.ts";
import { heads, supersedes, type Draft } from "./draft.ts";
import { earlierTexts, keepEarlier } from "./earlier.ts";
import { activityKey, draftKey } from "./keys.ts";
import { readDrafts } from "./open-draft.ts";
import type { Records } from "./records.ts";
import type { WriteResult } from "./storage.ts";
import type { Work } from "./works.ts";

/** What importing one work would change here. */
export type Change = {
  readonly exercise: string;
  /** `new`: no text here yet; `newer`: made from the one here; `both`: written side by side, both are kept. */
  readonly text: "same" | "new" | "newer" | "both";
  readonly attempts: number;
  readonly earlier: number;
  /** Whether hints, solution shown or kept cases change. */
  readonly rest: boolean;
};

/** What `importWorks` would do, without doing it. */
export const changesOf = (records: Records, works: readonly Work[]): readonly Change[] =>
  works.map((work) => {
    const here = readDrafts(records, work.exercise);
    const activity = readActivity(records, work.exercise);
    const merged = mergeActivities(activity, work.activity);
    return {
      exercise: work.exercise,
      text: textChange(here, incoming(here, work.drafts)),
      attempts: merged.attempts.length - activity.attempts.length,
      earlier: newEarlier(records, work).length,
      rest: JSON.stringify({ ...merged, attempts: [] }) !== JSON.stringify({ ...activity, attempts: [] }),
    };
  });

export const changesNothing = (change: Change): boolean =>
  change.text === "same" && change.attempts === 0 && change.earlier === 0 && !change.rest;

/**
 * Merges the works into the records here: nothing here is lost, and what was written side by side stands side by
 * side until the learner chooses. Stops at the first write that fails.
 */
export function importWorks(records: Records, works: readonly Work[]): WriteResult {
  for (const work of works) {
    const results = function* (): Generator<WriteResult> {
      for (const draft of incoming(readDrafts(records, work.exercise), work.drafts))
        yield records.write(draftKey(draft.exercise, draft.writer), draft);
      for (const one of newEarlier(records, work))
        yield keepEarlier(records, one.exercise, one.text, one.time);
      const activity = readActivity(records, work.exercise);
      const merged = mergeActivities(activity, work.activity);
      if (!sameActivity(merged, activity)) yield records.write(activityKey(work.exercise), merged);
    };
    for (const result of results()) if (result !== "written") return result;
  }
  return "written";
}

/** The versions of the file that are not known here; one that clashes with another of its name gets its own. */
function incoming(here: readonly Draft[], there: readonly Draft[]): readonly Draft[] {
  return there
    .map((draft) => {
      const same = here.find((one) => one.writer === draft.writer && one.revision === draft.revision);
      return same === undefined || same.text === draft.text
        ? draft
        : { ...draft, writer: `${draft.writer}-import`, revision: 1 };
    })
    .filter((draft) => !here.some((one) => supersedes(one, draft) || sameVersion(one, draft)))
    .filter((draft) => !heads(here).some((one) => one.text === draft.text));
}

const sameVersion = (a: Draft, b: Draft): boolean =>
  a.writer === b.writer && a.revision === b.revision && a.text === b.text;

function textChange(here: readonly Draft[], fresh: readonly Draft[]): Change["text"] {
  if (fresh.length === 0) return "same";
  if (here.length === 0) return "new";
  const after = heads([...here, ...fresh]);
  return after.every((draft) => fresh.includes(draft)) ? "newer" : "both";
}

const newEarlier = (records: Records, work: Work): Work["earlier"] => {
  const here = new Set(earlierTexts(records, work.exercise).map(({ text }) => text));
  return work.earlier.filter(({ text }) => !here.has(text));
};

const sameActivity = (a: Activity, b: Activity): boolean => JSON.stringify(a) === JSON.stringify(b);
