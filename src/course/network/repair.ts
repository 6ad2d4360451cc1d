import { z } from "zod";
import { figureSchema, type NetworkFigure } from "./figure.ts";
import { openSession } from "./terminal/session.ts";

/** A ping that has to work: from a node to an address. */
const goal = z.strictObject({ node: z.string(), address: z.string() });

/** A network with one fault, which the reader finds and repairs: a file `content/fr/pannes/<name>.yaml`. */
export const repairSchema = figureSchema.extend({
  /** Place among the others, from 1. */
  order: z.int().positive(),
  title: z.string().min(1),
  /** What people notice. */
  symptom: z.string().min(1),
  goals: z.array(goal).min(1),
  /** What it was, said when all pings work. */
  solved: z.string().min(1),
});

export type Repair = z.infer<typeof repairSchema>;

/** One command, as it was typed on a node. */
export type TypedCommand = readonly [node: string, line: string];

/** Whether each ping works on the network as it is now, on a fresh clock: nothing that was learned before helps. */
export const goalsMet = (figure: NetworkFigure, goals: Repair["goals"], seed: number): readonly boolean[] =>
  goals.map(({ node, address }) =>
    openSession(figure, { seed })
      .run(node, `ping -c 1 ${address}`)
      .output.some((line) => line.includes(" 1 received")),
  );

/** The network after these commands were typed on it. */
export function repaired(repair: Repair, commands: readonly TypedCommand[], seed: number): NetworkFigure {
  const session = openSession(repair, { seed });
  for (const [node, line] of commands) if (changes(line)) session.run(node, line);
  return session.figure();
}

/** Only what changes the configuration counts when commands are replayed. */
export const changes = (line: string): boolean => /^\s*ip\s+\S+\s+(add|del|delete)\b/.test(line);

/** What was typed on all the networks, by name: the text of a draft. */
export const repairNotes = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));
export type RepairNotes = z.infer<typeof repairNotes>;

/** Drawn with nothing but this: the page and the grader see the same network. */
export const repairSeed = 1;

/** Name in the reader's records. */
export const repairRecord = "pannes/cinq-reseaux";

/** How teachers and students call all of them together. */
export const repairsNumber = "08.9";
