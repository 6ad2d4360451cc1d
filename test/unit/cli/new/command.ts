import { rmSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { run } from "../../../../src/cli/new/run.ts";

export const root = fileURLToPath(new URL("../../../..", import.meta.url));

/**
 * The command in an empty root of its own, inside the project so that the imports of what is made there resolve.
 * `typed` are the answers of somebody at a terminal.
 */
export function commandIn(name: string) {
  const made = join(root, "test/output", name);
  rmSync(made, { recursive: true, force: true });
  const make = async (args: readonly string[], typed?: readonly string[]) => {
    const stdout = new PassThrough({ encoding: "utf8" });
    const stderr = new PassThrough({ encoding: "utf8" });
    const code = await run(args, {
      root: made,
      stdin: Readable.from((typed ?? []).map((line) => `${line}\n`)),
      stdout,
      stderr,
      interactive: typed !== undefined,
      today: new Date("2027-01-20T12:00:00Z"),
    });
    const read = (stream: PassThrough): string => (stream.read() as string | null) ?? "";
    return { code, stdout: read(stdout), stderr: read(stderr) };
  };
  return { made, make };
}
