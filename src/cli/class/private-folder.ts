import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { decidesVerdict, type GradedFile } from "#course/classroom/activity-version.ts";
import type { Exercise } from "#course/exercise/exercise.ts";
import { decodeValue, encodedValue, type EncodedValue } from "#course/exercise/value.ts";
import { parseJson } from "#course/progress/records.ts";
import { exerciseIds } from "#worker/load-node.ts";
import { lendImports, privateRoot } from "#worker/private-folder.ts";
import { UsageError } from "../grade/usage-error.ts";
import { readFolder } from "./read-folder.ts";
import { sentences } from "./sentences.fr.ts";

/** A teacher's folder outside the project: exercises that go before the project's, and cases for any exercise. */
export type PrivateFolder = {
  readonly path: string;
  readonly root: URL;
  /** The exercises that it defines (`ipv4/checksum`). */
  readonly exercises: ReadonlySet<string>;
  /** The files of an exercise that decide verdicts: definition and cases. */
  readonly filesOf: (id: string) => readonly GradedFile[];
  /** The argument lists of `cases.json`; none without such a file. Throws UsageError for one that is wrong. */
  readonly casesOf: (id: string, exercise: Exercise) => readonly (readonly EncodedValue[])[];
};

const casesFile = "cases.json";
const caseList = z.array(z.array(encodedValue)).min(1);

/** Opens the folder; this thread can load its exercises from now on. Throws UsageError when there is none. */
export async function openPrivateFolder(path: string): Promise<PrivateFolder> {
  let root: URL;
  try {
    root = privateRoot(path);
  } catch {
    throw new UsageError(sentences.noSuchPath(path));
  }
  lendImports(root);
  return {
    path,
    root,
    exercises: new Set(await exerciseIds(root)),
    filesOf: (id) => readFolder(join(path, id), (name) => decidesVerdict(name) || name === casesFile),
    casesOf: (id, exercise) => {
      const [file] = readFolder(join(path, id), (name) => name === casesFile);
      return file === undefined ? [] : readCases(join(path, id, casesFile), exercise);
    },
  };
}

function readCases(file: string, exercise: Exercise): readonly (readonly EncodedValue[])[] {
  const read = caseList.safeParse(parseJson(readFileSync(file, "utf8")));
  if (!read.success) throw new UsageError(sentences.badCases(file));
  const refused = read.data.findIndex((args) => !accepts(exercise, args));
  if (refused !== -1) throw new UsageError(sentences.caseNotAccepted(file, refused + 1));
  return read.data;
}

/** A guard that throws on nonsense has refused it. */
function accepts(exercise: Exercise, args: readonly EncodedValue[]): boolean {
  try {
    return exercise.accepts(args.map(decodeValue));
  } catch {
    return false;
  }
}
