import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ask } from "./ask.ts";
import { exampleOf } from "./exercise/plan.ts";
import { exerciseFiles } from "./exercise/make-exercise.ts";
import { isNumber } from "../check/course-plan.ts";
import { camelCase, slug } from "./names.ts";
import * as fr from "./sentences.fr.ts";
import { parseSignature } from "./signature/parse-signature.ts";
import { readVocabulary } from "./signature/vocabulary.ts";
import { nextNumber, usedNumbers } from "./used-numbers.ts";
import { Refusal, type Request, type World } from "./world.ts";
import { writeFolder } from "./write-files.ts";

const vocabularyFile = fileURLToPath(new URL("../../course/exercise/vocabulary.d.ts", import.meta.url));

const kebab = "[a-z\\d]+(-[a-z\\d]+)*";

/** Makes `graders/<topic>/<name>`; gives what to say then. Throws Refusal. */
export async function newExercise(request: Request, { root }: World, ask: Ask): Promise<string> {
  const { name: id } = request;
  if (!new RegExp(`^${kebab}/${kebab}$`).test(id)) throw new Refusal(fr.badExerciseName(id, suggestion(id)));
  const directory = join(root, "graders", id);
  if (existsSync(directory)) throw new Refusal(fr.exists(`graders/${id}`));
  const used = usedNumbers(root);
  const inChapter = request.given.number !== undefined;
  ask.need(request, inChapter ? ["title", "entry", "signature"] : ["title", "entry", "signature", "chapter"]);

  const title = await ask("title", request);
  const entry = await ask("entry", request, {
    fallback: camelCase(id.slice(id.indexOf("/") + 1)),
    check: (value) => (/^[a-z][a-zA-Z\d]*$/.test(value) ? null : fr.badEntry(value, camelCase(value))),
  });
  const vocabulary = readVocabulary(vocabularyFile);
  const read = (text: string) => parseSignature(text, vocabulary);
  const text = await ask("signature", request, {
    check(value) {
      const parsed = read(value);
      if (!parsed.ok) return fr.badSignature(parsed.fault);
      return exampleOf(parsed.signature) === null ? fr.noExample : null;
    },
  });
  const number = inChapter
    ? await ask("number", request, { check: (value) => numberFault(value, used) })
    : nextNumber(
        Number(
          await ask("chapter", request, {
            check: (value) => (isChapter(value) ? null : fr.badChapter(value)),
          }),
        ),
        used.keys(),
      );

  const parsed = read(text);
  const files = parsed.ok ? exerciseFiles({ id, number, title, entry, signature: parsed.signature }) : null;
  if (files === null) throw new Refusal(fr.noExample);
  await writeFolder(directory, files);
  return fr.exerciseMade(id, number, [...files.keys()]);
}

const suggestion = (id: string): string => {
  const [topic = "", ...rest] = id.split("/").filter((part) => part !== "");
  return rest.length === 0 ? `ipv4/${slug(topic)}` : `${slug(topic)}/${slug(rest.join("-"))}`;
};

const isChapter = (value: string): boolean =>
  /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 18;

function numberFault(value: string, used: ReadonlyMap<string, string>): string | null {
  if (!isNumber(value)) return fr.badNumber(value);
  const by = used.get(value);
  return by === undefined
    ? null
    : fr.numberTaken(value, by, nextNumber(Number(value.slice(0, 2)), used.keys()));
}
