import { useRef, useState } from "preact/hooks";
import { decodeValue } from "#course/exercise/value.ts";
import type { NetworkFigure } from "#course/network/figure.ts";
import type { PlayReport, PlayRequest } from "#course/playing/request.ts";
import { lastText } from "#course/progress/last-text.ts";
import type { JournalEntry } from "#net/simulator/journal.ts";
import { createGradingClient, type GradingClient } from "#worker/client.ts";
import { spawnWebWorker } from "#worker/client-web.ts";
import { pageRecords } from "../exercise/page-records.ts";
import { NetworkPlayer } from "./NetworkPlayer.tsx";
import { OwnChoice } from "./OwnChoice.tsx";
import { OwnCommand } from "./OwnCommand.tsx";
import { failureText, faultText } from "./own-faults.ts";
import { ownFunctions } from "./own-functions.ts";
import { ownWords as words } from "./own-words.ts";
import { Terminal, type Typed } from "./Terminal.tsx";

type Props = {
  readonly figure: NetworkFigure;
  readonly fileName: string;
  /** Entries that are offered, in that order. */
  readonly entries: readonly string[];
  /** Command lines to choose from, typed on the first host of the scenario; null for terminals on all machines. */
  readonly lines: readonly string[] | null;
};

let client: GradingClient | null = null;

/** The network with the reader's own functions in its nodes, each exchangeable for the reference. */
export function OwnNetwork({ figure, fileName, entries, lines }: Props) {
  const [offered, setOffered] = useState(() => offeredFunctions(entries));
  const [own, setOwn] = useState<ReadonlySet<string>>(() => new Set(written(offered)));
  const [typed, setTyped] = useState<readonly Typed[]>([]);
  /** Commands on the terminals so far, those still to be answered among them. */
  const asked = useRef<PlayRequest["commands"]>([]);
  const [report, setReport] = useState<PlayReport | null>(null);
  const [said, setSaid] = useState("");
  const [runs, setRuns] = useState(0);
  const node = figure.scenario[0]?.node ?? "A";

  /** Plays the commands on a fresh network: those that were there before give the same answers again. */
  const run = async (commands: PlayRequest["commands"]): Promise<void> => {
    setSaid(words.running);
    client ??= createGradingClient(spawnWebWorker);
    const stations = figure.nodes.filter((one) => "interfaces" in one).map(({ name }) => name);
    // The reader goes on writing, perhaps on this very page: what counts is the text of now.
    const now = offeredFunctions(entries);
    const before = written(offered);
    const chosen = new Set([...own, ...written(now).filter((entry) => !before.includes(entry))]);
    setOffered(now);
    setOwn(chosen);
    const functions = now.flatMap(({ entry, source, nodes }) =>
      source !== null && chosen.has(entry) ? [{ entry, source, nodes: [...(nodes ?? stations)] }] : [],
    );
    const answer = await client.play({ figure, seed: 1, functions, commands });
    if ("kind" in answer) return;
    setReport(answer.report);
    if (answer.report !== null) setTyped(answer.report.typed);
    // A command that ended the play would end every later one as well.
    if (answer.report?.fault !== null) asked.current = answer.report?.typed.map(commandOf) ?? [];
    setRuns((count) => count + 1);
    setSaid(answer.report === null ? failureText(answer.failure?.kind) : faultText(answer.report.fault));
  };
  const choose = (entry: string, on: boolean): void => {
    setOwn(toggled(own, entry, on));
    if (lines !== null || typed.length === 0) return;
    // What has been typed so far would have gone another way with this choice.
    asked.current = [];
    setTyped([]);
    setReport(null);
    setSaid(words.restarted);
  };

  return (
    <div class="network-own" data-runs={runs}>
      <OwnChoice offered={offered} own={own} choose={choose} />
      {lines === null ? (
        <Terminal
          figure={report?.figure ?? figure}
          start={node}
          typed={typed}
          run={(on, line) => {
            asked.current = [...asked.current, { node: on, line }];
            void run(asked.current);
          }}
        />
      ) : (
        <OwnCommand node={node} lines={lines} run={(line) => void run([{ node, line }])} />
      )}
      <p role="status" data-own-said>
        {said}
      </p>
      {report !== null && (
        <>
          {lines !== null &&
            report.typed.map(({ line, output }) => (
              <div
                key={line}
                class="network-screen network-output"
                role="group"
                aria-label={line}
                tabIndex={0}
                lang="en"
              >
                <p class="network-typed">{`${node}$ ${line}`}</p>
                <pre>{output.join("\n")}</pre>
              </div>
            ))}
          {report.printed !== "" && (
            <details>
              <summary>{words.printed}</summary>
              <pre>{report.printed}</pre>
            </details>
          )}
          <NetworkPlayer key={runs} figure={report.figure} journal={journalOf(report)} fileName={fileName} />
        </>
      )}
    </div>
  );
}

function offeredFunctions(entries: readonly string[]) {
  const { storage } = pageRecords();
  return entries.flatMap((entry) => {
    const found = ownFunctions.find((one) => one.entry === entry);
    return found === undefined ? [] : [{ ...found, source: lastText(storage, found.exercise) }];
  });
}

/** The entries of those that have a text in this browser. */
const written = (offered: ReturnType<typeof offeredFunctions>): string[] =>
  offered.flatMap(({ entry, source }) => (source === null ? [] : [entry]));

const commandOf = ({ node, line }: Typed): PlayRequest["commands"][number] => ({ node, line });

function toggled(own: ReadonlySet<string>, entry: string, on: boolean): ReadonlySet<string> {
  const next = new Set(own);
  if (on) next.add(entry);
  else next.delete(entry);
  return next;
}

/** The worker is ours and its report was parsed on arrival: what it encoded are journal entries. */
const journalOf = ({ journal }: PlayReport): readonly JournalEntry[] =>
  journal.map(decodeValue).filter(isEntry);

const isEntry = (value: unknown): value is JournalEntry =>
  typeof value === "object" && value !== null && "kind" in value && "n" in value && "at" in value;
