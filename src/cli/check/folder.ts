import type { LoadedExercise } from "../../course/exercise/exercise.ts";
import type { Statement } from "../../course/exercise/statement.ts";
import type { Equivalent } from "./mutation/equivalents.ts";

/** A learner's file of the folder: its path from the folder, and its text. */
export type SourceFile = { readonly file: string; readonly source: string };

/** An exercise folder that is whole enough to be examined. Rules read it and change nothing. */
export type Folder = {
  /** `ipv4/checksum`. */
  readonly id: string;
  /** Absolute path, without a slash at the end. */
  readonly directory: string;
  readonly exercise: LoadedExercise;
  readonly statement: Statement;
  readonly starter: SourceFile;
  readonly solution: SourceFile;
  /** In file order, one for one with `exercise.mistakes`. */
  readonly mistakes: readonly (SourceFile & { readonly name: string })[];
  /** The mutants that are listed as equivalent, with their reasons. */
  readonly equivalents: readonly Equivalent[];
};

/** Every file of a learner's kind. */
export const sourceFiles = ({ starter, solution, mistakes }: Folder): readonly SourceFile[] => [
  starter,
  solution,
  ...mistakes,
];
