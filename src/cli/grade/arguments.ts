import { parseArgs } from "node:util";
import { DEFAULT_RUNS, DEFAULT_SEED } from "#course/exercise/defaults.ts";
import { sentences } from "./sentences.fr.ts";
import { UsageError } from "./usage-error.ts";

export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "list"; readonly json: boolean }
  | {
      readonly kind: "grade";
      readonly exercise: string;
      readonly file: string;
      readonly json: boolean;
      /** Undefined: the seed of the case link, or the default. */
      readonly seed: number | undefined;
      readonly runs: number;
      readonly cases: readonly string[];
    };

/** Reads the command line (without `node` and the script). Throws UsageError. */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const json = values.json ?? false;
  if (values.help === true) return { kind: "help" };
  if (values.list === true) return { kind: "list", json };
  const [exercise, file, extra] = positionals;
  if (exercise === undefined) throw new UsageError(sentences.missingExercise);
  if (file === undefined) throw new UsageError(sentences.missingFile);
  if (extra !== undefined) throw new UsageError(sentences.tooManyArguments(extra));
  return {
    kind: "grade",
    exercise,
    file,
    json,
    seed: values.seed === undefined ? undefined : readSeed(values.seed),
    runs: values.runs === undefined ? DEFAULT_RUNS : readRuns(values.runs),
    cases: values.case ?? [],
  };
}

export const seedOr = (given: number | undefined, linked: number | undefined): number =>
  given ?? linked ?? DEFAULT_SEED;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        seed: { type: "string" },
        runs: { type: "string" },
        case: { type: "string", multiple: true },
        list: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const option = error instanceof Error ? /^Unknown option '(.+?)'/.exec(error.message)?.[1] : undefined;
    throw new UsageError(option === undefined ? sentences.badArguments : sentences.unknownOption(option));
  }
}

function readSeed(text: string): number {
  const seed = /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text) ? Number(text) : Number.NaN;
  if (!(seed <= 0xffff_ffff)) throw new UsageError(sentences.badSeed(text));
  return seed;
}

function readRuns(text: string): number {
  const runs = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(runs <= 100_000)) throw new UsageError(sentences.badRuns(text));
  return runs;
}
