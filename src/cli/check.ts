import { join } from "node:path";
import { run } from "./check/run.ts";
import { crashed } from "./check/sentences.fr.ts";

/** `npm run check [-- <id or number>…]`: holds every rule for authors against the exercise folders. */
const root = join(import.meta.dirname, "../..");

try {
  process.exitCode = await run(process.argv.slice(2), {
    root,
    graders: join(root, "graders"),
    stdout: process.stdout,
    stderr: process.stderr,
  });
} catch (error) {
  process.stderr.write(
    `${crashed(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  );
  process.exitCode = 2;
}
