import {
  goalsMet,
  repaired,
  repairNotes,
  repairSeed,
  type Repair,
  type TypedCommand,
} from "../../network/repair.ts";
import { parseJson } from "../../progress/records.ts";
import { ofParts, type Outcome } from "./outcome.ts";

/** More commands than anybody types on one network: a file made to keep the grader busy. */
const mostCommands = 500;
const longestCommand = 200;

/** Types the commands of the notes anew on each broken network: a network counts when all its pings work. */
export function gradeRepairs(networks: ReadonlyMap<string, Repair>, text: string): Outcome {
  const notes = repairNotes.safeParse(parseJson(text));
  const typed = new Map(notes.success ? Object.entries(notes.data) : []);
  const right = [...networks].filter(([name, repair]) => isRepaired(repair, typed.get(name) ?? []));
  return ofParts(right.length, networks.size, []);
}

function isRepaired(repair: Repair, commands: readonly TypedCommand[]): boolean {
  if (commands.length > mostCommands || commands.some(([, line]) => line.length > longestCommand))
    return false;
  // The page offers a terminal on a host or router only.
  const terminals = repair.nodes.flatMap((node) => ("interfaces" in node ? [node.name] : []));
  if (commands.some(([node]) => !terminals.includes(node))) return false;
  return goalsMet(repaired(repair, commands, repairSeed), repair.goals, repairSeed).every(Boolean);
}
