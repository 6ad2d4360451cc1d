import type { KnownActivity } from "#course/classroom/activity-version.ts";
import type { Lab } from "#course/classroom/lab.ts";
import { knownActivities } from "#worker/load-activities.ts";
import { loadLab } from "../class/lab-file.ts";

/** A lab and its activities in its order, code or not. */
export type OpenLab = { readonly lab: Lab; readonly activities: readonly KnownActivity[] };

/** The lab of that number (`tp3`) or file. Throws UsageError when there is none, or when its file is wrong. */
export async function openLab(name: string): Promise<OpenLab> {
  const known = await knownActivities();
  const lab = loadLab(
    name,
    known.map(({ number }) => number),
  );
  const activities = lab.activities.flatMap(({ activity }) => known.filter((one) => one.number === activity));
  return { lab, activities };
}
