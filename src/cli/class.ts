import { readArguments } from "./class/arguments.ts";
import { sentences, usage } from "./class/sentences.fr.ts";
import { runCommand } from "./run-command.ts";

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

await runCommand(main, sentences);
