import type { ActivityDefinition } from "../../activities/definition.ts";
import { explainMistake, optionText } from "../../activities/explain-mistake.ts";
import { itemsOf } from "../../activities/items.ts";
import { mistakeText } from "../../feedback/render.ts";
import { fr } from "../../feedback/fr/index.ts";
import { french } from "../../feedback/fr/typography.ts";
import type { Material } from "./materials.ts";

export type MistakeWords = {
  /** What happened, one short sentence. */
  readonly title: string;
  /** Why, and what to look at; empty where there is nothing to add. */
  readonly message: string;
};

/** What the activity's own files say of a mistake; its bare name where they say nothing. */
export function mistakeWords(material: Material | undefined, name: string): MistakeWords {
  const bare = { title: name, message: "" };
  if (material === undefined) return bare;
  if (material.kind === "exercise") return mistakeText(name, material.context.statement, fr) ?? bare;
  return answerWords(material.activity, name) ?? bare;
}

/** Of `part/item:mistake`: the question with the answer given, and the explanation that the student sees. */
function answerWords({ parts }: ActivityDefinition, name: string): MistakeWords | null {
  const [, partId, itemId, mistake = ""] = /^([^/]+)\/([^:]+):(.+)$/.exec(name) ?? [];
  const part = parts.find(({ id }) => id === partId);
  const item = part === undefined ? undefined : itemsOf(part).find(({ id }) => id === itemId);
  if (part === undefined || item === undefined) return null;
  const question =
    item.kind === "choice" ? item.text : item.kind === "address" ? item.place.text : part.title;
  const option = optionText(part, item, mistake);
  return {
    title: fr.typeset(option === null ? question : french`${question} Réponse : « ${option} »`),
    message: fr.typeset(explainMistake(part, item, mistake) ?? ""),
  };
}
