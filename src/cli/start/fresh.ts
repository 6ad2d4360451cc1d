import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Everything that the built site is made of. */
const sources = ["astro.config.mjs", "package.json", "package-lock.json", "content", "graders", "src"];

/** Its date is the start of the last build that came to its end. */
const stamp = join(root, ".cache/site-built");

/** Whether the built site is newer than each of its sources; a deleted file counts, since it dates its folder. */
export async function builtSiteIsFresh(): Promise<boolean> {
  const built = await modified(stamp);
  if (built === null || (await modified(join(root, "dist/index.html"))) === null) return false;
  const times = await Promise.all(sources.map((source) => newest(join(root, source))));
  return times.every((time) => time === null || time < built);
}

/** Notes a build that began at `started` (ms since 1970): sources that changed meanwhile are newer than it. */
export async function noteBuild(started: number): Promise<void> {
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, "");
  await utimes(stamp, started / 1000, started / 1000);
}

/** The latest change in a file, or in a folder and all below it, in ms since 1970; null when it does not exist. */
async function newest(path: string): Promise<number | null> {
  const own = await modified(path);
  if (own === null) return null;
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const times = await Promise.all(entries.map(({ parentPath, name }) => modified(join(parentPath, name))));
  return Math.max(own, ...times.filter((time) => time !== null));
}

async function modified(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : found.mtimeMs;
}
