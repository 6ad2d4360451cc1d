import { readdirSync } from "node:fs";
import { expect } from "vitest";
import type { PlayReport } from "../../../../src/course/playing/request.ts";

/** What a play shows its reader: by command, and the kind of the fault that ended it. */
export type Shown = Readonly<Record<string, string | null>>;

/**
 * What each mistake of an exercise makes of it. `seen`: what it shows instead of the reference, in its most telling
 * commands. `unseen`: why the network shows nothing of it; only the verdict names these.
 */
export type MistakeTable = {
  readonly seen: Readonly<Record<string, Shown>>;
  readonly unseen: Readonly<Record<string, string>>;
};

const root = new URL("../../../../graders/", import.meta.url);

/** Names of the files in an exercise's folder of mistakes; `carry-lost.2` is `carry-lost` written differently. */
export const mistakesOf = (exercise: string): string[] =>
  readdirSync(new URL(`${exercise}/mistakes/`, root)).map((file) => file.replace(/\.ts$/, ""));

/** Every command's summary, by its name; commands of which nothing is written down have the name "". */
export function shownBy(
  { typed, fault }: PlayReport,
  names: readonly string[],
  summary: (output: readonly string[]) => string,
): Shown {
  const shown: Record<string, string | null> = { fault: fault?.kind ?? null };
  names.forEach((name, i) => {
    if (name !== "") shown[name] = summary(typed[i]?.output ?? []);
  });
  return shown;
}

/** The mistakes of both tables, in the order of the folder. */
export const listed = ({ seen, unseen }: MistakeTable): string[] =>
  [...Object.keys(seen), ...Object.keys(unseen)].toSorted();

/** Holds what a mistake shows to the table, and the table to what the reference shows. */
export function expectAsListed(mistake: string, shown: Shown, reference: Shown, table: MistakeTable): void {
  const seen = table.seen[mistake];
  if (seen === undefined) {
    expect(shown).toEqual(reference);
  } else {
    expect(shown).toMatchObject(seen);
    expect(reference).not.toMatchObject(seen);
  }
}
