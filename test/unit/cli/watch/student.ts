import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "../../../../src/cli/watch/arguments.ts";
import { run } from "../../../../src/cli/watch/run.ts";
import { readFile, type ReadFile } from "../../../../src/course/progress/works-file.ts";
import { spawnNodeWorker } from "../../../../src/worker/client-node.ts";

let students = 0;
let time = 1_700_000_000_000;

/** A student at a folder of their own: runs the command in it, with a clock that ticks at each look. */
export function student() {
  const scratch = mkdtempSync(join(tmpdir(), "watch-"));
  const folder = join(scratch, "mes exercices");
  const path = (file: string): string => join(folder, file);
  students += 1;
  let runs = 0;

  const start = (args: readonly string[], say: (text: string) => void, stop = new AbortController()) => {
    const command = readArguments([folder, ...args]);
    if (command.kind === "help") throw new Error("help is no work");
    runs += 1;
    return run(command, {
      say,
      terminal: { width: 100, colour: false },
      spawn: spawnNodeWorker,
      writer: `student${String(students)}-${String(runs)}`,
      now: () => (time += 1),
      stop: stop.signal,
    });
  };

  return {
    scratch,
    folder,
    path,
    start,
    /** Runs the command to its end; gives what it said and the exit code. */
    once: async (...args: readonly string[]) => {
      const said: string[] = [];
      const code = await start(["--once", ...args], (text) => said.push(text));
      return { code, out: said.join("\n") };
    },
    read: (file: string): string => readFileSync(path(file), "utf8"),
    write: (file: string, text: string): void => writeFileSync(path(file), text),
    works: (): ReadFile => readFile(readFileSync(path("prip-travaux.json"), "utf8")),
    leave: (): void => rmSync(scratch, { recursive: true }),
  };
}

export type Student = ReturnType<typeof student>;

/** A file of an exercise's folder: `ipv4/checksum/solution.ts`. */
export const given = (file: string): string =>
  readFileSync(new URL(`../../../../graders/${file}`, import.meta.url), "utf8");
