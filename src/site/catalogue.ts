import { getCollection, getEntry, type CollectionEntry } from "astro:content";
import type { Exercise } from "#course/exercise/exercise.ts";

/** What the site knows of an exercise folder at build time; `slug` of its chapter is null while none is written. */
export type CatalogueEntry = {
  /** `ipv4/checksum` */
  readonly id: string;
  readonly exercise: Exercise;
  readonly statement: CollectionEntry<"statements">;
  readonly starter: string;
  readonly solution: string;
  readonly chapter: CollectionEntry<"chapters"> | null;
};

const definitions = import.meta.glob<Exercise>("/graders/*/*/exercise.ts", {
  import: "default",
  eager: true,
});
const starters = import.meta.glob<string>("/graders/*/*/starter.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const solutions = import.meta.glob<string>("/graders/*/*/solution.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The chapters that are written, in order. */
export async function chapters(): Promise<CollectionEntry<"chapters">[]> {
  const entries = await getCollection("chapters");
  return entries.toSorted((a, b) => a.data.number - b.data.number);
}

/** All exercises whose folder is whole, by number. */
export async function exercises(): Promise<CatalogueEntry[]> {
  const ids = Object.keys(definitions).map((path) => path.slice("/graders/".length, -"/exercise.ts".length));
  const entries = await Promise.all(ids.map(find));
  return entries
    .filter((entry) => entry !== null)
    .toSorted((a, b) => a.exercise.number.localeCompare(b.exercise.number));
}

/** The exercise of that id; an unknown one ends the build, with its name. */
export async function exerciseById(id: string): Promise<CatalogueEntry> {
  const entry = await find(id);
  if (entry === null)
    throw new Error(`No exercise folder graders/${id} with its definition, statement, starter and solution`);
  return entry;
}

/** The exercises of a chapter: `03.1` belongs to chapter 3. */
export async function exercisesOf(chapter: number): Promise<CatalogueEntry[]> {
  return (await exercises()).filter(({ exercise }) => chapterNumber(exercise) === chapter);
}

const chapterNumber = (exercise: Exercise): number => Number.parseInt(exercise.number, 10);

async function find(id: string): Promise<CatalogueEntry | null> {
  const exercise = definitions[`/graders/${id}/exercise.ts`];
  const starter = starters[`/graders/${id}/starter.ts`];
  const solution = solutions[`/graders/${id}/solution.ts`];
  const statement = await getEntry("statements", id);
  if (exercise === undefined || starter === undefined || solution === undefined || statement === undefined)
    return null;
  const chapter = (await chapters()).find(({ data }) => data.number === chapterNumber(exercise)) ?? null;
  return { id, exercise, statement, starter, solution, chapter };
}
