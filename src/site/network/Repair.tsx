import { useState } from "preact/hooks";
import {
  changes,
  goalsMet,
  repaired,
  repairNotes,
  repairRecord,
  repairSeed as seed,
  type Repair as RepairData,
  type RepairNotes,
  type TypedCommand,
} from "#course/network/repair.ts";
import { openSession } from "#course/network/terminal/session.ts";
import { openActivity } from "#course/progress/activity-store.ts";
import { openDraft } from "#course/progress/open-draft.ts";
import { parseJson, type Records } from "#course/progress/records.ts";
import type { JournalEntry } from "#net/simulator/journal.ts";
import { NetworkPlayer } from "./NetworkPlayer.tsx";
import { repairWords as words } from "./repair-words.ts";
import { Terminal, type Typed } from "./Terminal.tsx";

type Props = {
  readonly name: string;
  readonly repair: RepairData;
  readonly records: Records;
  /** How many networks there are in all. */
  readonly all: number;
};

/** A broken network with its terminals: won when its pings work. What was typed is kept, and typed again on return. */
export function Repair({ name, repair, records, all }: Props) {
  const [commands, setCommands] = useState<readonly TypedCommand[]>(() => notesOf(records)[name] ?? []);
  const [session, setSession] = useState(() => openSession(repaired(repair, commands, seed), { seed }));
  const [typed, setTyped] = useState<readonly Typed[]>([]);
  const [journal, setJournal] = useState<readonly JournalEntry[]>([]);
  const [met, setMet] = useState(() => goalsMet(session.figure(), repair.goals, seed));
  const won = met.every(Boolean);

  const keep = (next: readonly TypedCommand[]): void => {
    setCommands(next);
    writeNotes(records, { ...notesOf(records), [name]: next.map(([node, line]) => [node, line]) });
  };
  const run = (node: string, line: string): void => {
    const answer = session.run(node, line);
    setTyped([...typed, { node, line, output: answer.output }]);
    setJournal(answer.journal);
    if (!changes(line)) return;
    keep([...commands, [node, line]]);
    const now = goalsMet(session.figure(), repair.goals, seed);
    setMet(now);
    if (now.every(Boolean) && !won) noteSuccess(records, name, all);
  };
  const restart = (): void => {
    keep([]);
    setSession(openSession(repair, { seed }));
    setTyped([]);
    setJournal([]);
    setMet(goalsMet(repair, repair.goals, seed));
  };

  return (
    <div class="network-repair" data-won={won ? "" : undefined}>
      <ul class="network-goals" aria-label={words.goals}>
        {repair.goals.map(({ node, address }, i) => (
          <li key={`${node} ${address}`} data-met={met[i] === true ? "" : undefined}>
            {met[i] === true ? words.works(node, address) : words.fails(node, address)}
          </li>
        ))}
      </ul>
      <p role="status" data-repair-said>
        {won ? `${words.won} ${repair.solved}` : words.open(met.filter((one) => !one).length)}
      </p>
      <Terminal figure={session.figure()} start={repair.goals[0]?.node ?? ""} typed={typed} run={run} />
      <p>
        <button type="button" class="px-link" data-action="restart-network" onClick={restart}>
          {words.restart}
        </button>
      </p>
      <NetworkPlayer key={typed.length} figure={session.figure()} journal={journal} fileName={name} />
    </div>
  );
}

const noNotes = "{}";

function notesOf(records: Records): RepairNotes {
  const draft = openDraft(records, repairRecord, noNotes);
  const notes = repairNotes.safeParse(parseJson(draft.text()));
  draft.close();
  return notes.success ? notes.data : {};
}

function writeNotes(records: Records, notes: RepairNotes): void {
  const draft = openDraft(records, repairRecord, noNotes);
  draft.type(JSON.stringify(notes));
  draft.close();
}

/** One point a network; the whole is passed when all of them are repaired. */
function noteSuccess(records: Records, name: string, all: number): void {
  const activity = openActivity(records, repairRecord);
  const before = new Set(activity.current().attempts.flatMap(({ mistake }) => mistake ?? []));
  before.add(name);
  const passed = before.size;
  activity.answered({
    kind: passed === all ? "passed" : "failed",
    cases: { run: all, passed, total: all },
    mistake: name,
    points: passed,
  });
  activity.close();
}
