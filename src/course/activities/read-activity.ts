import { faultText, readYaml } from "../authoring/read-yaml.ts";
import { inconsistencies } from "./consistency.ts";
import { activityDefinition, type ActivityDefinition } from "./definition.ts";

/** The activity, or sentences for its author, each with file and line. */
export type ReadActivity =
  | { readonly ok: true; readonly activity: ActivityDefinition }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of `content/fr/activities/<id>.yaml`; `file` is the name that the sentences give. */
export function readActivity(text: string, file: string): ReadActivity {
  const read = readYaml(text, activityDefinition);
  const faults = read.ok
    ? inconsistencies(read.value).map(({ path, sentence }) => read.faultAt(path, sentence))
    : read.faults;
  return read.ok && faults.length === 0
    ? { ok: true, activity: read.value }
    : { ok: false, problems: faults.map((fault) => faultText(file, fault)) };
}
