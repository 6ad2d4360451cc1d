import { accessSync, constants, readdirSync, readFileSync, statSync, type Dirent, type Stats } from "node:fs";
import { basename, join } from "node:path";
import { byName, isJunk } from "#course/classroom/intake/names.ts";
import type { OfferedFile } from "#course/classroom/intake/unpack.ts";
import { UsageError } from "../grade/usage-error.ts";
import { copiesFile } from "./class-file.ts";
import { sentences } from "./sentences.fr.ts";

/**
 * The files of these folders and the files themselves, by name; each is read when its turn comes. Paths are those
 * inside the folder when there is one, else as typed. Folders of results are left out: they may lie beside the hand-ins.
 * Throws UsageError for a path that does not exist or cannot be read.
 */
export function* offeredFiles(paths: readonly string[]): Generator<OfferedFile> {
  const single = paths.length === 1;
  for (const path of paths) {
    const facts = factsOf(path);
    if (facts.isDirectory()) yield* walk(path, single ? "" : `${slashed(path)}/`);
    else yield offered(path, single ? basename(path) : slashed(path), facts.size);
  }
}

function* walk(folder: string, prefix: string): Generator<OfferedFile> {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield unreadable(prefix === "" ? `${slashed(folder)}/` : prefix, error);
    return;
  }
  if (entries.some(({ name }) => name === copiesFile)) return;
  for (const entry of entries.toSorted((a, b) => byName(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (isJunk(entry.name)) continue;
    if (entry.isDirectory()) {
      yield* walk(path, `${prefix}${entry.name}/`);
    } else {
      yield* file(path, `${prefix}${entry.name}`);
    }
  }
}

/** Nothing for what is no file: a link to a folder, a link to nowhere, a socket. */
function* file(path: string, shown: string): Generator<OfferedFile> {
  try {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts?.isFile() === true) yield offered(path, shown, facts.size);
  } catch (error) {
    yield unreadable(shown, error);
  }
}

/** A folder without rights (its path ends in `/`), a link that leads to itself: reported in its turn, the rest is graded. */
const unreadable = (path: string, error: unknown): OfferedFile => ({
  path,
  size: 0,
  read: () => {
    throw error;
  },
});

const offered = (file: string, path: string, size: number): OfferedFile => ({
  path,
  size,
  read: () => readFileSync(file),
});

function factsOf(path: string): Stats {
  let facts: Stats | undefined;
  try {
    facts = statSync(path, { throwIfNoEntry: false });
    if (facts !== undefined) accessSync(path, constants.R_OK);
  } catch {
    throw new UsageError(sentences.unreadablePath(path));
  }
  if (facts === undefined) throw new UsageError(sentences.noSuchPath(path));
  return facts;
}

const slashed = (path: string): string => path.replaceAll("\\", "/").replace(/\/+$/, "");
