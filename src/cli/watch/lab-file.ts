import { readdir, readFile } from "node:fs/promises";
import type { KnownActivity } from "#course/classroom/activity-version.ts";
import type { Lab } from "#course/classroom/lab.ts";
import { readLab } from "#course/classroom/read-lab.ts";
import { knownActivities } from "#worker/load-activities.ts";
import { UsageError } from "../grade/usage-error.ts";
import { sentences } from "./sentences.fr.ts";

/** A lab and its activities in its order, code or not. */
export type OpenLab = { readonly lab: Lab; readonly activities: readonly KnownActivity[] };

const labs = new URL("../../../content/labs/", import.meta.url);

/** The lab of that number (`tp3`). Throws UsageError when there is none, or when its file is wrong. */
export async function openLab(number: string): Promise<OpenLab> {
  const files = (await readdir(labs)).filter((file) => file.endsWith(".yaml")).toSorted();
  const file = `${number}.yaml`;
  if (!files.includes(file))
    throw new UsageError(
      sentences.unknownLab(
        number,
        files.map((one) => one.replace(/\.yaml$/, "")),
      ),
    );
  const known = await knownActivities();
  const text = await readFile(new URL(file, labs), "utf8");
  const read = readLab(
    text,
    `content/labs/${file}`,
    known.map((activity) => activity.number),
  );
  if (!read.ok) throw new UsageError(read.problems.join("\n"));
  const { lab } = read;
  const activities = lab.activities.flatMap(({ activity }) => known.filter((one) => one.number === activity));
  return { lab, activities };
}
