import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";

/** Writes a new folder, formatted as the project is, all of it or nothing. */
export async function writeFolder(directory: string, files: ReadonlyMap<string, string>): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  try {
    for (const [file, text] of files) {
      await mkdir(dirname(join(unfinished, file)), { recursive: true });
      await writeFile(join(unfinished, file), await formatted(join(directory, file), text));
    }
    await rename(unfinished, directory);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Writes one new file, formatted; fails where it exists. */
export async function writeNewFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await formatted(path, text), { flag: "wx" });
}

const formatted = async (path: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(path)), filepath: path });
