import { exercises } from "./catalogue.ts";
import { exerciseFacts } from "./exercise-facts.ts";
import type { TeacherData } from "./teacher/data.ts";
import { versionOf } from "./versions.ts";
import { works } from "./works-list.ts";

const statements = import.meta.glob<string>("/graders/*/*/statement.fr.mdx", {
  query: "?raw",
  import: "default",
  eager: true,
});
const activities = import.meta.glob<string>("/content/fr/activities/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});
const repairs = import.meta.glob<string>("/content/fr/pannes/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});
const labs = import.meta.glob<string>("/content/labs/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/**
 * The files as they are on the command line: texts set for pages would give other tables than `npm run class`. Of a
 * statement the front matter alone.
 */
export async function teacherData(): Promise<TeacherData> {
  const entries = await exercises();
  return {
    known: (await works()).map(({ id, number, points }) => ({ id, number, points, version: versionOf(id) })),
    labs: named(labs),
    activities: named(activities),
    repairs: named(repairs),
    exercises: await Promise.all(
      entries.map(async (entry) => {
        const { id, number, entry: name, parameters, result } = await exerciseFacts(entry);
        const text = statements[`/graders/${id}/statement.fr.mdx`] ?? "";
        return {
          id,
          facts: { number, entry: name, parameters, result },
          statement: /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(text)?.[0] ?? "",
          starter: entry.starter,
        };
      }),
    ),
  };
}

/** By the file's name without its ending, in its order. */
const named = (files: Readonly<Record<string, string>>): { name: string; text: string }[] =>
  Object.entries(files).map(([path, text]) => ({
    name: path.slice(path.lastIndexOf("/") + 1, -".yaml".length),
    text,
  }));
