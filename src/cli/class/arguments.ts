import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { DEFAULT_SEED } from "#course/exercise/defaults.ts";
import { UsageError } from "../grade/usage-error.ts";
import { sentences } from "./sentences.fr.ts";

/** One of `of` parts, counted from 0 like `JOB_COMPLETION_INDEX`. */
export type Shard = { readonly index: number; readonly of: number };

export type GradeCommand = {
  readonly kind: "grade";
  readonly paths: readonly string[];
  /** A number (`tp3`) or the path of a YAML file; undefined: the lab that the hand-ins name. */
  readonly lab: string | undefined;
  readonly seed: number;
  readonly private: string | undefined;
  /** Undefined: a folder named after the lab. */
  readonly out: string | undefined;
  readonly shard: Shard | null;
  /** How many threads grade. */
  readonly jobs: number;
};

export type MergeCommand = {
  readonly kind: "merge";
  readonly parts: readonly string[];
  readonly out: string;
  /** As for grading: pages speak in the words of its exercises. */
  readonly private: string | undefined;
};

export type Command = { readonly kind: "help" } | GradeCommand | MergeCommand;

/** Reads the command line (without `node` and the script). Throws UsageError. */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [command, ...paths] = positionals;
  if (values.help === true || (command === undefined && args.length === 0)) return { kind: "help" };
  if (command === "grade") return gradeCommand(paths, values);
  if (command !== "merge") throw new UsageError(sentences.unknownCommand(command ?? ""));
  if (paths.length === 0) throw new UsageError(sentences.missingParts);
  if (values.out === undefined) throw new UsageError(sentences.mergeNeedsOut);
  return { kind: "merge", parts: paths, out: values.out, private: values.private };
}

function gradeCommand(paths: readonly string[], values: ReturnType<typeof parse>["values"]): GradeCommand {
  if (paths.length === 0) throw new UsageError(sentences.missingFolder);
  const shard = values.shard === undefined ? null : readShard(values.shard);
  if (shard !== null && values.out === undefined) throw new UsageError(sentences.shardNeedsOut);
  return {
    kind: "grade",
    paths,
    lab: values.lab,
    seed: values.seed === undefined ? DEFAULT_SEED : readSeed(values.seed),
    private: values.private,
    out: values.out,
    shard,
    jobs: values.jobs === undefined ? availableParallelism() : readJobs(values.jobs),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lab: { type: "string" },
        seed: { type: "string" },
        private: { type: "string" },
        out: { type: "string" },
        shard: { type: "string" },
        jobs: { type: "string" },
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

function readShard(text: string): Shard {
  const [, index = "", of = ""] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index === "" || shard.index >= shard.of) throw new UsageError(sentences.badShard(text));
  return shard;
}

function readJobs(text: string): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs === 0) throw new UsageError(sentences.badJobs(text));
  return jobs;
}
