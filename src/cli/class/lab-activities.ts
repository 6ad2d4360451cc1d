import { recordFolder } from "#course/activities/definition.ts";
import type { KnownActivity } from "#course/classroom/activity-version.ts";
import type { Gradable, Task } from "#course/classroom/grading/gradable.ts";
import type { Lab } from "#course/classroom/lab.ts";
import { repairRecord } from "#course/network/repair.ts";
import { answersDefinition, brokenNetworks, definitionOf, statementFor } from "./activity-files.ts";
import type { PrivateFolder } from "./private-folder.ts";
import { sentences } from "./sentences.fr.ts";

/** The lab's activities with all that grades them, in its order. Throws UsageError for files that are wrong. */
export const loadActivities = (
  lab: Lab,
  known: readonly KnownActivity[],
  own: PrivateFolder | null,
): Promise<readonly Gradable[]> =>
  Promise.all(
    lab.activities.map(async ({ activity: number, points }) => {
      const found = known.find((one) => one.number === number);
      if (found === undefined) throw new Error(`activity ${number} of a lab that was checked`);
      const { id, version } = found;
      return { number, id, version, points, ...(await loadTask(id, own)) };
    }),
  );

async function loadTask(id: string, own: PrivateFolder | null): Promise<{ title: string; task: Task }> {
  if (id === repairRecord)
    return { title: sentences.repairsTitle, task: { kind: "repairs", networks: brokenNetworks() } };
  if (id.startsWith(recordFolder)) {
    const definition = answersDefinition(id);
    return { title: definition.title, task: { kind: "answers", definition } };
  }
  const [exercise, { title }] = await Promise.all([definitionOf(id, own), statementFor(id, own)]);
  return { title, task: { kind: "code", extraCases: own?.casesOf(id, exercise) ?? [] } };
}
