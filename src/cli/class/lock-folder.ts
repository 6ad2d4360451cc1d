import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { UsageError } from "../grade/usage-error.ts";
import { sentences } from "./sentences.fr.ts";

export const lockFile = "notation-en-cours";

/**
 * Marks a folder of results as being written, and gives what ends that; two runs at once would write over each other's
 * copies. The mark of a run that was killed, or that runs on another machine, does not hold. Throws UsageError.
 */
export function lockFolder(out: string): () => void {
  const path = join(out, lockFile);
  try {
    writeFileSync(path, owner(process.pid), { flag: "wx" });
  } catch {
    if (isHeld(path)) throw new UsageError(sentences.beingWritten(out, path));
    writeFileSync(path, owner(process.pid));
  }
  return () => rmSync(path, { force: true });
}

const owner = (pid: number): string => `${hostname()} ${String(pid)}`;

function isHeld(path: string): boolean {
  const text = readFileSync(path, "utf8");
  const pid = Number(text.split(" ").at(-1));
  if (text !== owner(pid) || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
