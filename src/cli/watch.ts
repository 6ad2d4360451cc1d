import { randomUUID } from "node:crypto";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { terminalOf } from "./grade/terminal.ts";
import { UsageError } from "./grade/usage-error.ts";
import { readArguments } from "./watch/arguments.ts";
import { sentences, usage } from "./watch/sentences.fr.ts";

/** `npm run --silent watch -- <folder>`: see `--help`. Exit 0 all that was evaluated passed, 1 not, 2 neither. */
async function main(args: readonly string[]): Promise<number> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const command = readArguments(args);
  if (command.kind === "help") {
    say(usage);
    return 0;
  }
  const [{ run }, { spawnNodeWorker }] = await Promise.all([
    import("./watch/run.ts"),
    import("#worker/client-node.ts"),
  ]);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  return run(command, {
    say,
    terminal: terminalOf(process.stdout, process.env),
    spawn: spawnNodeWorker,
    writer: `watch-${randomUUID()}`,
    now: Date.now,
    stop: stop.signal,
  });
}

// Compiled modules are kept from run to run, here and (by the variable) in the grading thread.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL("../../.cache/node", import.meta.url));
enableCompileCache(process.env["NODE_COMPILE_CACHE"]);

process.stdout.on("error", () => undefined); // a reader that leaves early (`| head`) is no failure

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  const known = error instanceof UsageError;
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(known ? `${detail}\n${sentences.seeHelp}\n` : `${sentences.unexpected(detail)}\n`);
}
