import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { runTables } from "#course/activities/grade-tables.ts";
import { partSchema } from "#course/activities/parts.ts";
import { replayPing } from "#course/activities/replay-ping.ts";
import type { JournalEntry } from "#net/simulator/journal.ts";
import { rightTables, withRow } from "./right-tables.ts";

const file = new URL(
  "../../../../content/fr/activities/08.1-completer-pour-le-routeur-2-et-la-machine-b.yaml",
  import.meta.url,
);
const [part] = z.object({ parts: z.array(partSchema) }).parse(parse(readFileSync(file, "utf8"))).parts;
if (part?.kind !== "tables") throw new Error("activity 08.1 begins with its tables");
const { fill } = part;

const replay = (value: readonly string[], from: string, to: string): readonly JournalEntry[] => {
  const ping = runTables(fill, value).pings.find((one) => one.from.node === from && one.to.node === to);
  if (ping === undefined) throw new Error("no such ping");
  return replayPing(part, value, ping).journal;
};
const received = (journal: readonly JournalEntry[]): number[] =>
  journal.flatMap((entry) =>
    entry.kind === "printed" && entry.output.kind === "ping-summary" ? [entry.output.received] : [],
  );

test("through right tables every ping comes back on the simulated network too", () => {
  for (const { from, to } of runTables(fill, rightTables).pings)
    expect(received(replay(rightTables, from.node, to.node)), `${from.node} to ${to.node}`).toEqual([1]);
});

test.each([
  ["R2 without a default", withRow(4, null), "A", "S", "R2", "no-route"],
  // R2 gives it to the provider, who gives it back: the eighth to have it is the provider.
  ["R2 without a way back to A", withRow(2, null), "B", "A", "FAI", "ttl"],
  [
    "B with a gateway that is nobody",
    withRow(7, ["default", "", "192.168.150.9", "eth0"]),
    "B",
    "A",
    "B",
    "neighbour-unreachable",
  ],
])("%s: the ping dies, and where the journal says", (_, value, from, to, node, reason) => {
  const journal = replay(value, from, to);
  expect(received(journal)).toEqual([0]);
  expect(journal).toContainEqual(expect.objectContaining({ kind: "dropped", node, reason }));
});
