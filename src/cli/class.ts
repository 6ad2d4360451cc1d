import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { readArguments } from "./class/arguments.ts";
import { sentences, usage } from "./class/sentences.fr.ts";
import { UsageError } from "./grade/usage-error.ts";

/** `npm run --silent class -- grade <folder>`: see `--help`. Exit 0 all well, 3 some files need a look, 2 neither. */
async function main(args: readonly string[]): Promise<{ text: string; exitCode: number }> {
  const command = readArguments(args);
  switch (command.kind) {
    case "help":
      return { text: usage, exitCode: 0 };
    case "grade": {
      const { gradeClass } = await import("./class/grade-class.ts");
      return gradeClass(command, process.stderr);
    }
    case "merge": {
      const { mergeParts } = await import("./class/merge.ts");
      return mergeParts(command);
    }
  }
}

// Compiled modules are kept from run to run, here and (by the variable) in the grading threads.
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
