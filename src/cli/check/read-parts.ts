import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import type { Exercise } from "../../course/exercise/exercise.ts";
import { statementSchema, type Statement } from "../../course/exercise/statement.ts";
import { parseEquivalents, type Equivalent } from "./mutation/equivalents.ts";
import type { Problem } from "./problem.ts";

/** What reading gives: the value, or what is wrong with the files. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a schema refuses, said in French. */
const french = { error: z.locales.fr().localeError };

const failed = (problem: Problem): Read<never> => ({ ok: false, problems: [problem] });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The members without which no rule could run; whether they make sense is for the rules to say. */
const exerciseModule = z.object({
  default: z.custom<Exercise>(
    (value) =>
      z
        .looseObject({
          number: z.string(),
          entry: z.string(),
          prerequisites: z.array(z.string()),
          parameters: z.array(z.unknown()),
          golden: z.array(z.unknown()),
          edges: z.array(z.unknown()),
          generators: z.record(z.string(), z.unknown()),
          reference: z.instanceof(Function),
          accepts: z.instanceof(Function),
        })
        .safeParse(value).success,
    "son export par défaut n'est pas fait par defineExercise",
  ),
});

export async function importExercise(path: string): Promise<Read<Exercise>> {
  try {
    const found: unknown = await import(pathToFileURL(path).href);
    const parsed = exerciseModule.safeParse(found);
    if (parsed.success) return { ok: true, value: parsed.data.default };
    return failed({ code: "exercise-does-not-load", detail: z.prettifyError(parsed.error) });
  } catch (error) {
    return failed({ code: "exercise-does-not-load", detail: messageOf(error) });
  }
}

/** Reads the front matter of a statement: the YAML between the first two lines `---`. */
export function readStatement(text: string): Read<Statement> {
  const frontMatter = /^---\r?\n(.*?)\r?\n---\r?$/ms.exec(text)?.[1];
  if (frontMatter === undefined)
    return failed({
      code: "statement-invalid",
      at: "",
      detail: "il manque, au début, entre deux lignes ---",
    });
  try {
    const data: unknown = parse(frontMatter);
    const parsed = statementSchema.safeParse(data, french);
    if (parsed.success) return { ok: true, value: parsed.data };
    return { ok: false, problems: parsed.error.issues.map((issue) => statementProblem(data, issue)) };
  } catch (error) {
    return failed({ code: "statement-invalid", at: "", detail: messageOf(error) });
  }
}

function statementProblem(data: unknown, issue: z.core.$ZodIssue): Problem {
  const hints = z.object({ hints: z.array(z.unknown()) }).safeParse(data);
  if (issue.path.join(".") === "hints" && hints.success) {
    return { code: "hints-not-three", found: hints.data.hints.length };
  }
  return { code: "statement-invalid", at: issue.path.join("."), detail: issue.message };
}

export function readEquivalents(text: string): Read<Equivalent[]> {
  try {
    return { ok: true, value: parseEquivalents(text) };
  } catch (error) {
    return failed({
      code: "equivalents-invalid",
      detail: error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error),
    });
  }
}
