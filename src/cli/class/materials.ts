import { recordFolder } from "#course/activities/definition.ts";
import type { ActivityFacts } from "#course/classroom/graded.ts";
import type { Material, Materials } from "#course/classroom/report/materials.ts";
import { repairRecord } from "#course/network/repair.ts";
import { answersDefinition, definitionOf, statementFor, starterOf } from "./activity-files.ts";
import type { PrivateFolder } from "./private-folder.ts";

/** What the reports say in the words of the activities' own files. */
export async function loadMaterials(
  activities: readonly ActivityFacts[],
  own: PrivateFolder | null,
): Promise<Materials> {
  const entries = await Promise.all(
    activities
      .filter(({ id }) => id !== repairRecord)
      .map(async ({ id }): Promise<[string, Material]> => [
        id,
        id.startsWith(recordFolder)
          ? { kind: "activity", activity: answersDefinition(id) }
          : await exerciseMaterial(id, own),
      ]),
  );
  return new Map(entries);
}

async function exerciseMaterial(id: string, own: PrivateFolder | null): Promise<Material> {
  const [exercise, statement] = await Promise.all([definitionOf(id, own), statementFor(id, own)]);
  return { kind: "exercise", context: { exercise, statement }, given: starterOf(id, own) };
}
