import { readdir, readFile } from "node:fs/promises";
import { recordId } from "../course/activities/definition.ts";
import { readActivity } from "../course/activities/read-activity.ts";
import {
  activityVersion,
  decidesVerdict,
  type GradedFile,
  type KnownActivity,
} from "../course/classroom/activity-version.ts";
import { repairRecord, repairsNumber } from "../course/network/repair.ts";
import { exerciseIds, loadDefinition } from "./load-node.ts";

const workbook = new URL("../../", import.meta.url);

/** Everything that a lab can list, by number, as the site lists it. Throws the sentences of a faulty activity file. */
export async function knownActivities(root: URL = workbook): Promise<readonly KnownActivity[]> {
  const all = await Promise.all([exercises(root), activities(root), repairs(root)]);
  return all.flat().toSorted((a, b) => a.number.localeCompare(b.number));
}

async function exercises(root: URL): Promise<KnownActivity[]> {
  const graders = new URL("graders/", root);
  const found = await Promise.all(
    (await exerciseIds(graders)).map(async (id) => {
      const definition = await loadDefinition(id, graders);
      const version = activityVersion(await filesOf(new URL(`${id}/`, graders), decidesVerdict));
      return definition === null
        ? []
        : [{ id, number: definition.number, points: definition.points, version }];
    }),
  );
  return found.flat();
}

async function activities(root: URL): Promise<KnownActivity[]> {
  const files = await filesOf(new URL("content/fr/activities/", root), isYaml);
  return files.map((file) => {
    const read = readActivity(file.text, `content/fr/activities/${file.name}`);
    if (!read.ok) throw new Error(read.problems.join("\n"));
    const { number, points } = read.activity;
    return {
      id: recordId(file.name.slice(0, -".yaml".length)),
      number,
      points,
      version: activityVersion([file]),
    };
  });
}

/** All broken networks together are one activity, a point each. */
async function repairs(root: URL): Promise<KnownActivity[]> {
  const files = await filesOf(new URL("content/fr/pannes/", root), isYaml);
  return [{ id: repairRecord, number: repairsNumber, points: files.length, version: activityVersion(files) }];
}

const isYaml = (name: string): boolean => name.endsWith(".yaml");

async function filesOf(folder: URL, chosen: (name: string) => boolean): Promise<GradedFile[]> {
  const names = (await readdir(folder)).filter(chosen);
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), "utf8") })),
  );
}
