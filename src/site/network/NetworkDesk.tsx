import { useState } from "preact/hooks";
import type { NetworkFigure } from "#course/network/figure.ts";
import { openSession } from "#course/network/terminal/session.ts";
import type { JournalEntry } from "#net/simulator/journal.ts";
import { NetworkPlayer } from "./NetworkPlayer.tsx";
import { Terminal, type Typed } from "./Terminal.tsx";

type Props = { readonly figure: NetworkFigure; readonly fileName: string; readonly seed: number };

/** A network with its terminals: what a command does is played on the drawing. */
export function NetworkDesk({ figure, fileName, seed }: Props) {
  const [session] = useState(() => openSession(figure, { seed }));
  const [typed, setTyped] = useState<readonly Typed[]>([]);
  const [journal, setJournal] = useState<readonly JournalEntry[]>([]);
  const run = (node: string, line: string): void => {
    const answer = session.run(node, line);
    setTyped([...typed, { node, line, output: answer.output }]);
    setJournal(answer.journal);
  };
  const start = figure.scenario[0]?.node ?? figure.nodes.find((one) => "interfaces" in one)?.name ?? "";
  return (
    <>
      <Terminal figure={session.figure()} start={start} typed={typed} run={run} />
      <NetworkPlayer key={typed.length} figure={session.figure()} journal={journal} fileName={fileName} />
    </>
  );
}
