import { realpathSync } from "node:fs";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import type { LoadedExercise } from "../course/exercise/exercise.ts";
import { loadExercise } from "./load-node.ts";

/** The exercise folders that a teacher keeps outside the project, as a root for the loaders. */
export const privateRoot = (folder: string): URL => pathToFileURL(`${realpathSync(folder)}/`);

/**
 * Lets files under `root` import what exercises of the project import (`#course/…`, `fast-check`): they lie where Node
 * would look in vain. For this thread, from now on.
 */
export function lendImports(root: URL): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      context.parentURL?.startsWith(root.href) === true && !/^[./]/.test(specifier)
        ? next(specifier, { ...context, parentURL: import.meta.url })
        : next(specifier, context),
  });
}

/** The exercise of that id: the private one where there is one. */
export async function loadWithPrivate(id: string, root: URL | null): Promise<LoadedExercise | null> {
  const own = root === null ? null : await loadExercise(id, root);
  return own ?? (await loadExercise(id));
}
