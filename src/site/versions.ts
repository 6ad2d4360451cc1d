import { activityVersion, decidesVerdict, type GradedFile } from "#course/classroom/activity-version.ts";
import { recordFolder } from "#course/activities/definition.ts";
import { repairRecord } from "#course/network/repair.ts";

const definitions = import.meta.glob<string>("/graders/*/*/exercise*.ts", {
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

/** The version of an exercise, activity or all repairs, by the name in the records: what `knownActivities` finds. */
export function versionOf(id: string): string {
  if (id === repairRecord) return activityVersion(inFolder(repairs, "/content/fr/pannes/"));
  if (id.startsWith(recordFolder)) {
    const file = `${id.slice(recordFolder.length)}.yaml`;
    return activityVersion(
      inFolder(activities, "/content/fr/activities/").filter(({ name }) => name === file),
    );
  }
  return activityVersion(inFolder(definitions, `/graders/${id}/`).filter(({ name }) => decidesVerdict(name)));
}

const inFolder = (files: Readonly<Record<string, string>>, folder: string): GradedFile[] =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => ({ name: path.slice(folder.length), text }));
