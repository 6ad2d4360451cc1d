import { allExercises } from "./find-exercise.ts";
import { sentences } from "./sentences.fr.ts";
import { statementOf } from "./statement-of.ts";

/** The exercises, as a table for people or as JSON: id, number, entry, title, level, points. */
export async function listExercises(json: boolean, root?: URL): Promise<string> {
  const rows = await Promise.all(
    (await allExercises(root)).map(async ({ id, exercise: { number, entry, level, points } }) => {
      const { title } = await statementOf(id, root);
      return { id, number, entry, title, level, points };
    }),
  );
  if (json) return JSON.stringify(rows);
  const [idWidth, titleWidth] = [longest(rows.map(({ id }) => id)), longest(rows.map(({ title }) => title))];
  return rows
    .map(({ id, number, title, level, points }) =>
      [
        number,
        id.padEnd(idWidth),
        title.padEnd(titleWidth),
        sentences.level(level),
        sentences.points(points),
      ].join("  "),
    )
    .join("\n");
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
