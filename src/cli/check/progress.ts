import type { Step } from "./rule.ts";

/** A line that says how far it is, rewritten in place; silent where nobody watches (a pipe, a log). */
export type Progress = {
  readonly step: (id: string, step: Step) => void;
  readonly done: () => void;
};

type Screen = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };

const width = 24;

/** `weights`: about which share of a folder's work each rule is; a rule that is not named counts as nothing. */
export function progressOn(
  screen: Screen,
  folders: number,
  weights: Readonly<Record<string, number>>,
): Progress {
  if (screen.isTTY !== true || folders === 0) return { step: () => undefined, done: () => undefined };
  // A terminal that does not know its width says 0.
  const columns = screen.columns === undefined || screen.columns === 0 ? 80 : screen.columns;
  const shares = new Map<string, number>();
  let drawn = "";
  return {
    step(id, step) {
      shares.set(id, Math.max(shares.get(id) ?? 0, shareOf(step, weights)));
      const share = [...shares.values()].reduce((sum, one) => sum + one, 0) / folders;
      const line = `${bar(share)} ${id} · ${step.rule} ${step.done + 1}/${step.of}`.slice(0, columns - 1);
      if (line !== drawn) screen.write(`\r\u001b[2K${line}`);
      drawn = line;
    },
    done: () => screen.write("\r\u001b[2K"),
  };
}

/** From 0 to 1: what the rules before this one weigh, and the part of this one that is done. */
export function shareOf({ rule, done, of }: Step, weights: Readonly<Record<string, number>>): number {
  const names = Object.keys(weights);
  const before = names
    .slice(0, Math.max(0, names.indexOf(rule)))
    .reduce((sum, name) => sum + (weights[name] ?? 0), 0);
  return before + ((weights[rule] ?? 0) * done) / of;
}

export function bar(share: number): string {
  const full = Math.round(share * width);
  return "█".repeat(full) + "░".repeat(width - full);
}
