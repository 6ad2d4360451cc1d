import { readArguments } from "./grade/arguments.ts";
import { sentences, usage } from "./grade/sentences.fr.ts";
import { terminalOf } from "./grade/terminal.ts";
import { runCommand } from "./run-command.ts";

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

await runCommand(main, sentences);
