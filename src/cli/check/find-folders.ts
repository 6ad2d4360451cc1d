import { readdirSync } from "node:fs";
import { join } from "node:path";

export type FoundFolder = { readonly id: string; readonly directory: string };

/** Every folder `<topic>/<exercise>` below `graders`, in the order of names, whatever it holds. */
export function findFolders(graders: string): FoundFolder[] {
  return subfolders(graders).flatMap((topic) =>
    subfolders(join(graders, topic)).map((name) => ({
      id: `${topic}/${name}`,
      directory: join(graders, topic, name),
    })),
  );
}

const subfolders = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
