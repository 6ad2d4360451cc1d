import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const parts = [
  "src",
  "graders",
  "content",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  ".cache/engine",
  "test/unit/guide",
];

export type Ended = { readonly code: number | null; readonly output: string };

/** A copy of the workbook in which a reader of the guide may do anything; packages are those of this one. */
export function workspace() {
  const folder = mkdtempSync(join(tmpdir(), "guide-"));
  for (const part of parts)
    if (existsSync(join(root, part))) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "bin"));
  symlinkSync(join(root, "test/unit/guide/parallel.sh"), join(folder, "bin/parallel"));

  return {
    write: (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    /** Runs a line of shell to its end; with `until`, asks it to end once it has said that. */
    run: (command: string, until: string | null = null): Promise<Ended> =>
      new Promise((resolve, reject) => {
        const path = [join(root, "node_modules/node/bin"), process.env["PATH"], join(folder, "bin")].join(
          ":",
        );
        const child = spawn("sh", ["-c", command], {
          cwd: folder,
          env: { ...process.env, PATH: path, NO_COLOR: "1" },
          stdio: ["ignore", "pipe", "pipe"],
          detached: until !== null, // a group of its own, so that Ctrl+C reaches npm's child too
        });
        let stopped = false;
        let output = "";
        const hear = (text: string): void => {
          output += text;
          if (until === null || stopped || !plain(output).includes(until) || child.pid === undefined) return;
          stopped = true;
          process.kill(-child.pid, "SIGINT");
        };
        child.stdout.setEncoding("utf8").on("data", hear);
        child.stderr.setEncoding("utf8").on("data", hear);
        child.on("error", reject);
        child.on("close", (code) => resolve({ code, output }));
      }),
    leave: (): void => rmSync(folder, { recursive: true }),
  };
}

/** No-break spaces as the guide's source writes them: plain. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
