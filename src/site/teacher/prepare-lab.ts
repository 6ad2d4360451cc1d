import { parse } from "yaml";
import { recordFolder, type ActivityDefinition } from "#course/activities/definition.ts";
import { readActivity } from "#course/activities/read-activity.ts";
import type { Gradable, Task } from "#course/classroom/grading/gradable.ts";
import type { Lab } from "#course/classroom/lab.ts";
import type { Material, Materials } from "#course/classroom/report/materials.ts";
import type { Statement } from "#course/exercise/statement.ts";
import { readStatement } from "#course/feedback/read-statement.ts";
import { repairRecord, repairSchema } from "#course/network/repair.ts";
import type { TeacherData } from "./data.ts";
import { words } from "./words.ts";

/** The lab's activities with all that grades them, and what the reports say of them. */
export type PreparedLab = { readonly activities: readonly Gradable[]; readonly materials: Materials };

/** As `npm run class` does it from the same files. Throws for a file that the build would have refused. */
export function prepareLab(lab: Lab, data: TeacherData): PreparedLab {
  const materials = new Map<string, Material>();
  const activities = lab.activities.map(({ activity: number, points }): Gradable => {
    const { id, version } = one(data.known, (known) => known.number === number);
    const { title, task, material } = describe(id, data);
    if (material !== null) materials.set(id, material);
    return { number, id, version, points, title, task };
  });
  return { activities, materials };
}

type Described = { readonly title: string; readonly task: Task; readonly material: Material | null };

function describe(id: string, data: TeacherData): Described {
  if (id === repairRecord) {
    const networks = new Map(data.repairs.map(({ name, text }) => [name, repairSchema.parse(parse(text))]));
    return { title: words.repairs, task: { kind: "repairs", networks }, material: null };
  }
  if (id.startsWith(recordFolder)) {
    const activity = activityNamed(id.slice(recordFolder.length), data);
    return {
      title: activity.title,
      task: { kind: "answers", definition: activity },
      material: { kind: "activity", activity },
    };
  }
  const exercise = one(data.exercises, (each) => each.id === id);
  const statement = statementOf(exercise);
  return {
    title: statement.title,
    task: { kind: "code", extraCases: [] },
    material: {
      kind: "exercise",
      context: { exercise: exercise.facts, statement },
      given: [exercise.starter],
    },
  };
}

function activityNamed(name: string, { activities }: TeacherData): ActivityDefinition {
  const { text } = one(activities, (each) => each.name === name);
  const read = readActivity(text, name);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.activity;
}

function statementOf({ id, statement }: TeacherData["exercises"][number]): Statement {
  const read = readStatement(statement, id);
  if (!read.ok) throw new Error(read.sentence);
  return read.statement;
}

function one<T>(all: readonly T[], fits: (each: T) => boolean): T {
  const found = all.find(fits);
  if (found === undefined) throw new Error("the page's data lack an activity of the lab");
  return found;
}
