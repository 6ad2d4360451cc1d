import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { readArguments } from "./grade/arguments.ts";
import { sentences, usage } from "./grade/sentences.fr.ts";
import { terminalOf } from "./grade/terminal.ts";
import { UsageError } from "./grade/usage-error.ts";

/** `npm run --silent grade -- <exercise> <file.ts>`: see `--help`. Exit 0 passed, 1 not passed, 2 neither. */
async function main(args: readonly string[]): Promise<{ text: string; exitCode: number }> {
  const command = readArguments(args);
  switch (command.kind) {
    case "help":
      return { text: usage, exitCode: 0 };
    case "list": {
      const { listExercises } = await import("./grade/list.ts");
      return { text: await listExercises(command.json), exitCode: 0 };
    }
    case "grade": {
      const { gradeFile } = await import("./grade/run.ts");
      return gradeFile(command, terminalOf(process.stdout, process.env));
    }
  }
}

// Compiled modules are kept from run to run, here and (by the variable) in the grading thread: a start costs a third less.
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
