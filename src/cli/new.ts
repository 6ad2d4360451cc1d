import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { run } from "./new/run.ts";
import { crashed } from "./new/sentences.fr.ts";

/** `npm run new:exercise -- ipv4/name`, `new:lab -- tp7`, `new:chapter -- 10`: a folder or a file to begin with. */
const root = join(import.meta.dirname, "../..");
enableCompileCache(join(root, ".cache/node"));

try {
  process.exitCode = await run(process.argv.slice(2), {
    root,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    interactive: process.stdin.isTTY && process.stdout.isTTY,
    today: new Date(),
  });
} catch (error) {
  process.stderr.write(
    `${crashed(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  );
  process.exitCode = 2;
}
