import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importWorks } from "#course/progress/import-works.ts";
import { createMemoryStorage } from "#course/progress/memory-storage.ts";
import { openRecords, type Records } from "#course/progress/records.ts";
import { exportWorks, fileName, readFile } from "#course/progress/works-file.ts";
import { folderError } from "./folder-error.ts";

/** The records of a student's folder: those of the browser, kept in the file that « Mes travaux » exports. */
export type FolderRecords = {
  readonly records: Records;
  /** Writes the file anew, with what another program wrote into it meanwhile. Throws UsageError. */
  save(): void;
};

export type FolderRecordsOptions = {
  /** Names who writes. */
  readonly writer: string;
  /** In ms since 1970. */
  readonly now: () => number;
  /** Called with the name under which a file now lies that could not be read whole. */
  readonly putAside: (file: string) => void;
};

/** Opens the records of a folder, which may not exist yet. Throws UsageError. */
export function openFolderRecords(
  folder: string,
  { writer, now, putAside }: FolderRecordsOptions,
): FolderRecords {
  const records = openRecords({ storage: createMemoryStorage().tab(), writer, now });
  const path = join(folder, fileName);

  /** Takes in what the file holds. A file that cannot be read whole is kept beside, never overwritten. */
  const merge = (): void => {
    const text = existsSync(path) ? readFileSync(path, "utf8") : null;
    if (text === null) return;
    const file = readFile(text);
    if (file.ok) importWorks(records, file.works);
    if (file.ok && file.unreadable === 0) return;
    const name = fileName.replace(".json", `.illisible-${String(now())}.json`);
    renameSync(path, join(folder, name));
    putAside(name);
  };

  const guarded = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      throw folderError(path, error);
    }
  };

  guarded(merge);
  return {
    records,
    save: () =>
      guarded(() => {
        merge();
        // Whole or not at all: a crash in between leaves the old file.
        writeFileSync(`${path}.tmp`, `${exportWorks(records)}\n`);
        renameSync(`${path}.tmp`, path);
      }),
  };
}
