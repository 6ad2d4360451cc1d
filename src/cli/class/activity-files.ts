import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { recordFolder, type ActivityDefinition } from "#course/activities/definition.ts";
import { readActivity } from "#course/activities/read-activity.ts";
import type { Exercise } from "#course/exercise/exercise.ts";
import type { Statement } from "#course/exercise/statement.ts";
import { repairSchema, type Repair } from "#course/network/repair.ts";
import { loadDefinition, statementFile } from "#worker/load-node.ts";
import { statementOf } from "../grade/statement-of.ts";
import { UsageError } from "../grade/usage-error.ts";
import type { PrivateFolder } from "./private-folder.ts";
import { readFolder } from "./read-folder.ts";
import { sentences } from "./sentences.fr.ts";

const content = new URL("../../../content/fr/", import.meta.url);

/** The definition of an exercise: the private one where there is one. */
export async function definitionOf(id: string, own: PrivateFolder | null): Promise<Exercise> {
  const exercise = own?.exercises.has(id) === true ? await loadDefinition(id, own.root) : null;
  const found = exercise ?? (await loadDefinition(id));
  if (found === null) throw new Error(`no exercise ${id}`);
  return found;
}

/**
 * A private exercise needs no statement of its own when it stands for one of the project. Throws UsageError where there
 * is none at all.
 */
export async function statementFor(id: string, own: PrivateFolder | null): Promise<Statement> {
  if (own?.exercises.has(id) !== true) return statementOf(id);
  if (readFolder(`${own.path}/${id}`, isStatement).length > 0) return statementOf(id, own.root);
  if ((await loadDefinition(id)) !== null) return statementOf(id);
  throw new UsageError(sentences.privateStatement(`${own.path}/${id}/statement.fr.mdx`));
}

const isStatement = (name: string): boolean => name === "statement.fr.mdx";

/** The text that every student of the exercise was given. */
export function starterOf(id: string, own: PrivateFolder | null): readonly string[] {
  const folders = [
    fileURLToPath(new URL(".", statementFile(id))),
    ...(own === null ? [] : [`${own.path}/${id}`]),
  ];
  return folders.flatMap((folder) =>
    readFolder(folder, (name) => name === "starter.ts").map(({ text }) => text),
  );
}

/** An activity that is not code, by the name of its record. Throws UsageError with the faults of its file. */
export function answersDefinition(id: string): ActivityDefinition {
  const file = `${id.slice(recordFolder.length)}.yaml`;
  const [found] = readFolder(new URL("activities/", content), (name) => name === file);
  const read = readActivity(found?.text ?? "", `content/fr/activities/${file}`);
  if (!read.ok) throw new UsageError(read.problems.join("\n"));
  return read.activity;
}

/** The broken networks, by name. */
export function brokenNetworks(): ReadonlyMap<string, Repair> {
  const files = readFolder(new URL("pannes/", content), (name) => name.endsWith(".yaml"));
  return new Map(
    files.map(({ name, text }) => [name.slice(0, -".yaml".length), repairSchema.parse(parse(text))]),
  );
}
