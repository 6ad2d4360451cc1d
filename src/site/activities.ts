import type { CollectionEntry } from "astro:content";
import { recordId, type ActivityDefinition } from "#course/activities/definition.ts";
import { readActivity } from "#course/activities/read-activity.ts";
import { chapters } from "./catalogue.ts";
import { typesetTexts } from "./typeset.ts";

/** What the site knows of an activity that is not code; `chapter` is null while none is written. */
export type ActivityEntry = {
  /** `01.3-les-etapes-d-une-requete` */
  readonly id: string;
  /** Its name in the reader's records. */
  readonly record: string;
  readonly activity: ActivityDefinition;
  readonly chapter: CollectionEntry<"chapters"> | null;
};

const files = import.meta.glob<string>("/content/fr/activities/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** All activities, by number. A file that is wrong ends the build, with its line and what to write. */
export async function activities(): Promise<ActivityEntry[]> {
  const written = await chapters();
  return Object.entries(files)
    .map(([path, text]) => {
      const id = path.slice("/content/fr/activities/".length, -".yaml".length);
      const activity = typesetTexts(definitionOf(path.slice(1), text));
      const chapter =
        written.find(({ data }) => data.number === Number.parseInt(activity.number, 10)) ?? null;
      return { id, record: recordId(id), activity, chapter };
    })
    .toSorted((a, b) => a.activity.number.localeCompare(b.activity.number));
}

/** The activity of that id; an unknown one ends the build, with its name. */
export async function activityById(id: string): Promise<ActivityEntry> {
  const found = (await activities()).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`No file content/fr/activities/${id}.yaml`);
  return found;
}

function definitionOf(file: string, text: string): ActivityDefinition {
  const read = readActivity(text, file);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.activity;
}
