import { enableCompileCache } from "node:module";
import { join } from "node:path";

/** `npm run check [-- <id or number>…]`: holds every rule for authors against the exercise folders. */
const root = join(import.meta.dirname, "../..");

// Compiled modules are kept from run to run, here and (by the variable) in the threads: most of a start is compiling.
process.env["NODE_COMPILE_CACHE"] ??= join(root, ".cache/node");
enableCompileCache(process.env["NODE_COMPILE_CACHE"]);
const { run } = await import("./check/run.ts");
const { crashed } = await import("./check/sentences.fr.ts");

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
