import { faultText, readYaml, type Fault } from "../authoring/read-yaml.ts";
import type { Issue } from "../authoring/sentences.ts";
import { labSchema, type Lab } from "./lab.ts";
import { nearestNumber } from "./nearest-number.ts";

/** The lab, or sentences for its author, each with file, line and what to write. */
export type ReadLab =
  { readonly ok: true; readonly lab: Lab } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the text of `content/labs/<number>.yaml`. `file` is the name that the sentences give and whose last part the
 * lab's number has to be; `known` are the numbers of all activities.
 */
export function readLab(text: string, file: string, known: readonly string[]): ReadLab {
  const read = readYaml(text, labSchema, { texts: true, say: sentenceOf });
  const problems = (faults: readonly Fault[]): ReadLab => ({
    ok: false,
    problems: faults.map((fault) => faultText(file, fault)),
  });
  if (!read.ok) return problems(read.faults);
  const lab = read.value;
  const name = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.yaml$/, "");
  const faults = [
    ...(lab.number === name
      ? []
      : [
          read.faultAt(
            ["number"],
            `le fichier s'appelle ${name}.yaml. Écrivez \`number: ${name}\`, ou nommez-le ${lab.number}.yaml.`,
          ),
        ]),
    ...lab.activities.flatMap(({ activity }, at) =>
      known.includes(activity)
        ? []
        : [read.faultAt(["activities", at, "activity"], unknownActivity(activity, known))],
    ),
  ];
  return faults.length === 0 ? { ok: true, lab } : problems(faults);
}

function unknownActivity(activity: string, known: readonly string[]): string {
  const nearest = nearestNumber(activity, known);
  return `l'activité ${activity} n'existe pas.${nearest === null ? "" : ` La plus proche est ${nearest}.`}`;
}

/** What a lab's own rules ask for, said with an example. */
function sentenceOf(issue: Issue, name: string): string | null {
  if (issue.code === "custom") return own[String(issue.params?.["code"])] ?? null;
  if (issue.code === "invalid_format") {
    const form = forms[String(issue.path.at(-1))];
    return form === undefined ? null : `${name} n'a pas la forme attendue. Écrivez ${form}.`;
  }
  return null;
}

const own: Readonly<Record<string, string>> = {
  "due-before-opens":
    "`due` n'est pas après `opens`. Écrivez une date de remise plus tardive que l'ouverture.",
  "activity-twice": "cette activité est déjà dans la liste. Gardez-la une seule fois.",
};

const date = "une date et son décalage horaire, par exemple 2027-01-25T20:00+01:00";
const forms: Readonly<Record<string, string>> = {
  number: "tp et un nombre, par exemple tp3",
  opens: date,
  due: date,
  activity: "un numéro, par exemple 03.1 ou 03.4 bis",
  points: "un nombre, par exemple 2 ou 2.5",
  percentPerDay: "un pourcentage sans signe, par exemple 10",
  days: "un nombre de jours, par exemple 3",
};
