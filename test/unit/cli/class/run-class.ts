import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readArguments } from "../../../../src/cli/class/arguments.ts";
import { gradeClass } from "../../../../src/cli/class/grade-class.ts";
import { mergeParts } from "../../../../src/cli/class/merge.ts";

const script = new URL("../../../../src/cli/class.ts", import.meta.url).pathname;

/** The lab of the made-up class. */
export const lab = new URL("../../../fixtures/class/tp90.yaml", import.meta.url).pathname;

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Starts the command as a user does. */
export function startCommand(args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

/** Runs the command in this process: the same code, without the start of a program. */
export async function runHere(...args: readonly string[]): Promise<{ text: string; exitCode: number }> {
  const command = readArguments(args);
  if (command.kind === "help") throw new Error("not a command that works");
  return command.kind === "merge" ? mergeParts(command) : gradeClass(command, { write: () => undefined });
}

/** Every file below a folder with its bytes, by path: two folders of results are the same or not. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), "latin1")]),
  );
}
