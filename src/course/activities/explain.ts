import { formatIpAddress } from "../../net/wire/prefix.ts";
import { missing } from "./grade-choice.ts";
import { gradeItem } from "./grade.ts";
import { ruleName } from "./grade-order.ts";
import { runTables } from "./grade-tables.ts";
import type { ChoiceItem, Item } from "./items.ts";
import type { Part, PartOf } from "./parts.ts";
import type { Ping } from "./pings.ts";

/** The sentences for an answer, from the activity's own file: why it is right, or what is behind each mistake. */
export function explain(part: Part, item: Item, value: readonly string[]): readonly string[] {
  const { state, mistakes } = gradeItem(part, item, value);
  if (state === "none") return [];
  switch (item.kind) {
    case "choice":
      return state === "right" ? [item.good] : mistakes.flatMap((mistake) => ofChoice(item, mistake) ?? []);
    case "address":
      return state === "right"
        ? [item.place.good]
        : mistakes.map((mistake) => item.place.wrong[mistake as keyof typeof item.place.wrong]);
    case "order":
      return part.kind === "ordering" ? [ofOrder(part, mistakes)] : [];
    case "seen":
      return [];
    case "tables":
      return part.kind === "tables" ? ofTables(part, value) : [];
  }
}

export const ofChoice = (item: ChoiceItem, mistake: string): string | null =>
  mistake === missing ? item.missing : (item.wrong[mistake] ?? item.otherwise);

export function ofOrder({ rules, good, otherwise }: PartOf<"ordering">, mistakes: readonly string[]): string {
  if (mistakes.length === 0) return good;
  return rules.find((rule) => mistakes.includes(ruleName(rule)))?.why ?? otherwise;
}

/** Faults of rows, all of them; else the first ping that dies. */
function ofTables(part: PartOf<"tables">, value: readonly string[]): readonly string[] {
  const { faults, pings } = runTables(part.fill, value);
  if (faults.length > 0)
    return faults.map(({ row, fault }) => fillIn(part.faults[fault], { ...row, at: String(row.at) }));
  const dead = pings.find(({ death }) => death !== null);
  return dead === undefined ? [part.good] : [ofPing(part, dead)];
}

/** Which ping dies where, in one or two sentences. */
export function ofPing(part: PartOf<"tables">, { from, to, death }: Ping): string {
  if (death === null) return part.good;
  const [sender, receiver] = death.way === "there" ? [from, to] : [to, from];
  const words = {
    from: from.node,
    to: to.node,
    address: formatIpAddress(receiver.address),
    sender: sender.node,
    node: death.path.at(-1) ?? "",
    before: death.path.at(-2) ?? "",
  };
  const sentence = part.dies[death.outcome];
  return fillIn(death.way === "back" ? `${part.back} ${sentence}` : sentence, words);
}

const fillIn = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
