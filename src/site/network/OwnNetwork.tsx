import { useState } from "preact/hooks";
import { decodeValue } from "#course/exercise/value.ts";
import type { NetworkFigure } from "#course/network/figure.ts";
import type { PlayFault, PlayReport } from "#course/playing/request.ts";
import { lastText } from "#course/progress/last-text.ts";
import type { JournalEntry } from "#net/simulator/journal.ts";
import { createGradingClient, type GradingClient } from "#worker/client.ts";
import { spawnWebWorker } from "#worker/client-web.ts";
import { pageRecords } from "../exercise/page-records.ts";
import { NetworkPlayer } from "./NetworkPlayer.tsx";
import { ownFunctions } from "./own-functions.ts";
import { ownWords as words } from "./own-words.ts";

type Props = {
  readonly figure: NetworkFigure;
  readonly fileName: string;
  /** Entries that are offered, in that order. */
  readonly entries: readonly string[];
  /** Command lines to choose from, typed on the first host of the scenario. */
  readonly lines: readonly string[];
};

let client: GradingClient | null = null;

/** The network with the reader's own functions in its nodes, each exchangeable for the reference. */
export function OwnNetwork({ figure, fileName, entries, lines }: Props) {
  const [offered] = useState(() => offeredFunctions(entries));
  const [own, setOwn] = useState<ReadonlySet<string>>(
    () => new Set(offered.flatMap(({ entry, source }) => (source === null ? [] : [entry]))),
  );
  const [line, setLine] = useState(lines[0] ?? "");
  const [report, setReport] = useState<PlayReport | null>(null);
  const [said, setSaid] = useState("");
  const [runs, setRuns] = useState(0);
  const node = figure.scenario[0]?.node ?? "A";

  const run = async (): Promise<void> => {
    setSaid(words.running);
    client ??= createGradingClient(spawnWebWorker);
    const stations = figure.nodes.filter((one) => "interfaces" in one).map(({ name }) => name);
    const functions = offered.flatMap(({ entry, source, nodes }) =>
      source !== null && own.has(entry) ? [{ entry, source, nodes: [...(nodes ?? stations)] }] : [],
    );
    const answer = await client.play({ figure, seed: 1, functions, commands: [{ node, line }] });
    if ("kind" in answer) return;
    setReport(answer.report);
    setRuns((count) => count + 1);
    setSaid(answer.report === null ? failureText(answer.failure?.kind) : faultText(answer.report.fault));
  };

  return (
    <div class="network-own">
      <fieldset>
        <legend>{words.functions}</legend>
        {offered.map(({ entry, number, nodes, source }) => (
          <label key={entry}>
            <input
              type="checkbox"
              data-own={entry}
              disabled={source === null}
              checked={own.has(entry)}
              onChange={({ currentTarget }) => setOwn(toggled(own, entry, currentTarget.checked))}
            />{" "}
            <code>{entry}</code> ({number}) {words.inNodes(nodes)}
            <span class="quiet">
              {" "}
              · {source === null ? words.noText : own.has(entry) ? words.yours : words.reference}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="network-capture">
        <label>
          {words.command(node)}{" "}
          <select value={line} onChange={({ currentTarget }) => setLine(currentTarget.value)}>
            {lines.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="px-button primary" data-action="play-own" onClick={() => void run()}>
          {words.run}
        </button>
      </div>
      <p role="status" data-own-said>
        {said}
      </p>
      {report !== null && (
        <>
          {report.typed.map(({ line: typed, output }) => (
            <div
              key={typed}
              class="network-screen network-output"
              role="group"
              aria-label={typed}
              tabIndex={0}
              lang="en"
            >
              <p class="network-typed">{`${node}$ ${typed}`}</p>
              <pre>{output.join("\n")}</pre>
            </div>
          ))}
          {report.printed !== "" && (
            <details>
              <summary>{words.printed}</summary>
              <pre>{report.printed}</pre>
            </details>
          )}
          <NetworkPlayer key={runs} figure={figure} journal={journalOf(report)} fileName={fileName} />
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

function faultText(fault: PlayFault | null): string {
  if (fault === null) return words.done;
  const { entry, kind, detail, line } = fault;
  switch (kind) {
    case "not-opened":
      return words.notOpened(entry);
    case "threw":
      return words.threw(entry, detail, line);
    case "out-of-budget":
      return words.endless(entry);
    case "out-of-memory":
      return words.memory(entry);
    case "unusable":
      return words.unusable(entry, detail);
  }
}

const failureText = (kind: string | undefined): string => (kind === "timeout" ? words.stopped : words.failed);
