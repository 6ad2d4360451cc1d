/**
 * What a guide asks its reader to do, in reading order: the fenced `sh` blocks, a command a line. Beside it the
 * author says what the reader does between commands, which a page does not show:
 *
 *     ```sh exit=1              the exit code (0 when nothing is said)
 *     ```sh until="words"       a command that goes on: it must say this, and is then ended as by Ctrl+C
 *     ```text                   after a command: lines of its output, in order; `…` on a line of its own leaves some out
 *     {/* run: cp a b *​/}       a step of the reader's, by shell
 *     {/* file: path *​/}        the fenced block that follows is the new text of this file
 */
export type Step =
  | {
      readonly kind: "command";
      readonly line: number;
      readonly command: string;
      readonly code: number;
      readonly until: string | null;
      readonly output: readonly string[];
    }
  | { readonly kind: "run"; readonly line: number; readonly command: string }
  | { readonly kind: "file"; readonly line: number; readonly path: string; readonly text: string };

const piece =
  /^\{\/\* (?<what>run|file): (?<given>.*?) \*\/\}$|^```(?<language>\w+)(?<meta>[^\n]*)\n(?<text>[\s\S]*?)^```$/gm;

export function guideSteps(guide: string): readonly Step[] {
  const steps: Step[] = [];
  let file: string | null = null;
  for (const { index, groups = {} } of guide.matchAll(piece)) {
    const line = guide.slice(0, index).split("\n").length;
    const { what, given = "", language, meta = "", text = "" } = groups;
    const last = steps.at(-1);
    if (what === "file") file = given;
    else if (what === "run") steps.push({ kind: "run", line, command: given });
    else if (file !== null) {
      steps.push({ kind: "file", line, path: file, text });
      file = null;
    } else if (language === "sh") {
      const code = /exit=(\d+)/.exec(meta)?.[1] ?? "0";
      const until = /until="([^"]+)"/.exec(meta)?.[1] ?? null;
      for (const [at, command] of text.trim().split("\n").entries())
        steps.push({
          kind: "command",
          line: line + 1 + at,
          command,
          code: Number(code),
          until,
          output: [],
        });
    } else if (language === "text" && last?.kind === "command")
      steps.splice(-1, 1, { ...last, output: text.trimEnd().split("\n") });
  }
  return steps;
}
