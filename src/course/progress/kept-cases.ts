import type { EncodedValue } from "../exercise/value.ts";
import type { Verdict } from "../exercise/verdict.ts";

type Case = readonly EncodedValue[];
const most = 5;

/**
 * The cases to run first next time: the one that failed now, then those of `sent` (this time's extra cases) that
 * still may fail. Cases run in order and the first failure is reported, so those before it have passed and are
 * dropped; but where there are stages, the first failed stage is reported, and nothing is known of the extra cases. Where no case is at fault (the file does not compile), `kept` stays.
 */
export function keptAfter(verdict: Verdict, sent: readonly Case[], kept: readonly Case[]): readonly Case[] {
  if (verdict.kind === "passed") return [];
  const failing = verdict.counterexample;
  if (failing === null) return kept;
  const unknown = verdict.stages === undefined ? [] : sent;
  const open = failing.origin === "extra" ? sent.slice(failing.index) : unknown;
  return distinct([failing.input, ...open]).slice(0, most);
}

function distinct(cases: readonly Case[]): readonly Case[] {
  const byText = new Map(cases.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()];
}
