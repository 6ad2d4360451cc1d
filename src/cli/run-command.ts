import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { UsageError } from "./grade/usage-error.ts";

type Sentences = { readonly unexpected: (detail: string) => string; readonly seeHelp: string };
type Outcome = { readonly text: string; readonly exitCode: number };

/** Runs a command on the arguments of this process and prints its text; a wrong use or a fault gives exit code 2. */
export async function runCommand(
  main: (args: readonly string[]) => Promise<Outcome>,
  sentences: Sentences,
): Promise<void> {
  // Compiled modules are kept from run to run, here and (by the variable) in the grading threads: a start costs a third less.
  process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL("../../.cache/node", import.meta.url));
  enableCompileCache(process.env["NODE_COMPILE_CACHE"]);

  process.stdout.on("error", () => undefined); // a reader that leaves early (`| head`) is no failure
  try {
    const { text, exitCode } = await main(process.argv.slice(2));
    process.exitCode = exitCode;
    process.stdout.write(`${text}\n`);
  } catch (error) {
    process.exitCode = 2;
    const known = error instanceof UsageError;
    const detail = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `${known ? detail : sentences.unexpected(detail)}\n${known ? `${sentences.seeHelp}\n` : ""}`,
    );
  }
}
