import { activityVersion, decidesVerdict, type KnownActivity } from "#course/classroom/activity-version.ts";
import { knownActivities } from "#worker/load-activities.ts";
import { loadDefinition } from "#worker/load-node.ts";
import type { PrivateFolder } from "./private-folder.ts";

/**
 * Everything that a lab can list: what the project has, and what a private folder adds to it. A private exercise that
 * stands for one of the project keeps its number and version, which are those of the students' files.
 */
export async function knownWith(own: PrivateFolder | null): Promise<readonly KnownActivity[]> {
  const known = await knownActivities();
  if (own === null) return known;
  const ids = new Set(known.map(({ id }) => id));
  const added = await Promise.all(
    [...own.exercises].map(async (id) => {
      const definition = ids.has(id) ? null : await loadDefinition(id, own.root);
      if (definition === null) return [];
      const { number, points } = definition;
      const version = activityVersion(own.filesOf(id).filter(({ name }) => decidesVerdict(name)));
      return [{ id, number, points, version }];
    }),
  );
  return [...known, ...added.flat()];
}
