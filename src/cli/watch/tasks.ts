import { readdir, readFile } from "node:fs/promises";
import type { Exercise } from "#course/exercise/exercise.ts";
import type { Statement } from "#course/exercise/statement.ts";
import { statementFile } from "#worker/load-node.ts";
import { allExercises } from "../grade/find-exercise.ts";
import { statementOf } from "../grade/statement-of.ts";
import { headerOf } from "./header.ts";
import { taskSentences } from "./task-text.ts";

/** An exercise as a file of the student's folder. */
export type Task = {
  /** `ipv4/checksum` */
  readonly id: string;
  readonly exercise: Exercise;
  readonly statement: Statement;
  /** What the learner starts from, without the opening comment. */
  readonly starter: string;
  /** The opening comment. */
  readonly header: string;
  /** The folder of its chapter: `03-verifier-et-reecrire`. */
  readonly chapter: string;
  /** Its place in the student's folder, with `/`: `03-verifier-et-reecrire/03.1-checksum.ts`. */
  readonly file: string;
};

const chapters = new URL("../../../content/fr/chapters/", import.meta.url);

/** Every exercise, by number. */
export async function loadTasks(): Promise<readonly Task[]> {
  const [found, names] = await Promise.all([allExercises(), chapterNames()]);
  return Promise.all(
    found.map(async ({ id, exercise }) => {
      const [statement, body, starter] = await Promise.all([
        statementOf(id),
        readFile(statementFile(id), "utf8"),
        readFile(new URL("starter.ts", statementFile(id)), "utf8"),
      ]);
      const { number } = exercise;
      const task = `${statement.summary} ${taskSentences(body)}`.trimEnd();
      const chapter = names.get(number.slice(0, 2)) ?? number.slice(0, 2);
      const file = `${chapter}/${number}-${id.replace(/^.*\//, "")}.ts`;
      const header = headerOf({ id, number, title: statement.title, task });
      return { id, exercise, statement, starter, header, chapter, file };
    }),
  );
}

/** `03` → `03-verifier-et-reecrire`: the names of the chapters' own files. */
async function chapterNames(): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(chapters);
  return new Map(
    files.flatMap((file) => {
      const name = /^(\d\d)-[\w-]+(?=\.mdx$)/.exec(file);
      return name === null ? [] : [[name[0].slice(0, 2), name[0]] as const];
    }),
  );
}
