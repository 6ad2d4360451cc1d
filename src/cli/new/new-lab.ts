import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Ask } from "./ask.ts";
import * as fr from "./sentences.fr.ts";
import { usedNumbers } from "./used-numbers.ts";
import { Refusal, type Request, type World } from "./world.ts";
import { writeNewFile } from "./write-files.ts";

/** Makes `content/labs/<name>.yaml`; gives what to say then. Throws Refusal. */
export async function newLab(request: Request, { root, today }: World, ask: Ask): Promise<string> {
  const { name } = request;
  if (!/^tp[1-9]\d{0,2}$/.test(name)) throw new Refusal(fr.badLabName(name));
  const file = `content/labs/${name}.yaml`;
  if (existsSync(join(root, file))) throw new Refusal(fr.exists(file));
  ask.need(request, ["title", "activities"]);
  const known = [...usedNumbers(root).keys()];
  const title = await ask("title", request);
  const activities = await ask("activities", request, {
    check(value) {
      const unknown = listed(value).find((number) => !known.includes(number));
      if (unknown !== undefined) return fr.badActivities(value, unknown);
      return listed(value).length === 0 ? fr.empty : null;
    },
  });
  await writeNewFile(
    join(root, file),
    labFile(name, title, [...new Set(listed(activities))], nextMonday(today)),
  );
  return fr.labMade(file, name);
}

const listed = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The text of a lab that opens on a Monday morning and is due on the Sunday evening after it. */
function labFile(name: string, title: string, activities: readonly string[], monday: Date): string {
  const sunday = new Date(monday.getTime() + 6 * day);
  return `# Le nom du fichier, sans .yaml.
number: ${name}
title: ${JSON.stringify(title)}
# Ce que l'on y fait, en une phrase.
summary: "À remplacer : ce que l'on écrit dans ce TP."
# L'heure, puis son décalage : +01:00 en hiver, +02:00 en été, à Paris.
opens: ${isoDay(monday)}T08:00+01:00
due: ${isoDay(sunday)}T20:00+01:00
# Sans cette section, une remise en retard compte entièrement.
late:
  percentPerDay: 10
  days: 3
# Les points sont ceux du TP : ils peuvent différer de ceux du cahier.
activities:
${activities.map((number) => `  - activity: "${number}"\n    points: 2\n`).join("")}`;
}

const day = 86_400_000;
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

const nextMonday = (today: Date): Date =>
  new Date(today.getTime() + ((8 - today.getUTCDay()) % 7 || 7) * day);
