import { useRef, useState } from "preact/hooks";
import type { EncodedValue } from "#course/exercise/value.ts";
import type { FiledFrame } from "#course/network/capture-file.ts";
import { lastText } from "#course/progress/last-text.ts";
import { createGradingClient } from "#worker/client.ts";
import { spawnWebWorker } from "#worker/client-web.ts";
import exercise from "#graders/ipv4/parse-header/exercise.ts";
import { pageRecords } from "../exercise/page-records.ts";
import { compareOnCapture, ipv4PacketOf, type Comparison } from "./compare.ts";
import { words } from "./words.ts";

const id = "ipv4/parse-header";

type Props = { readonly frames: readonly FiledFrame[]; readonly jump: (index: number) => void };

/** The learner's own `parseIPv4Header` on every packet of the capture, beside the reference. */
export function Compare({ frames, jump }: Props) {
  const [said, setSaid] = useState("");
  const [found, setFound] = useState<Extract<Comparison, { kind: "differs" }> | null>(null);
  const [running, setRunning] = useState(false);
  const abort = useRef<AbortController | null>(null);

  const run = async (): Promise<void> => {
    const source = lastText(pageRecords().storage, id);
    const packets = frames.flatMap((frame, index) => {
      const packet = ipv4PacketOf(frame);
      return packet === null ? [] : [{ frame: index, packet }];
    });
    setFound(null);
    if (source === null) {
      setSaid(words.noText);
      return;
    }
    if (packets.length === 0) {
      setSaid(words.noPackets);
      return;
    }
    const client = createGradingClient(spawnWebWorker);
    abort.current = new AbortController();
    setRunning(true);
    const told = (done: number): void => setSaid(words.comparing(done, packets.length));
    const result = await compareOnCapture(client, exercise, id, source, packets, told, abort.current.signal);
    client.close();
    setRunning(false);
    setSaid(sentenceOf(result));
    if (result.kind === "differs") {
      setFound(result);
      jump(result.frame);
    }
  };

  return (
    <section class="capture-compare">
      <h2>{words.compareTitle}</h2>
      <p>
        Votre <code>parseIPv4Header</code> {words.compareText}
      </p>
      <p class="network-capture">
        <button
          type="button"
          class="px-button"
          data-action="compare"
          onClick={() => (running ? abort.current?.abort() : void run())}
        >
          {running ? words.stop : words.compare}
        </button>
        <span role="status" data-compared>
          {said}
        </span>
      </p>
      {found !== null && <Difference expected={found.expected} actual={found.actual} />}
    </section>
  );
}

function sentenceOf(result: Comparison): string {
  switch (result.kind) {
    case "same":
      return words.same(result.packets);
    case "differs":
      return words.differs(result.frame + 1);
    case "not-opened":
      return words.notOpened;
    case "stopped":
      return words.stopped;
  }
}

/** The members that differ, one a row. */
function Difference({
  expected,
  actual,
}: {
  readonly expected: EncodedValue;
  readonly actual: EncodedValue;
}) {
  const rows = differences(expected, actual);
  return (
    <table data-differences>
      <thead>
        <tr>
          <th scope="col">{words.member}</th>
          <th scope="col">{words.expected}</th>
          <th scope="col">{words.actual}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, right, wrong }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{right}</td>
            <td>{wrong}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function differences(expected: EncodedValue, actual: EncodedValue) {
  const [right, wrong] = [membersOf(expected), membersOf(actual)];
  const names = new Set([...right.keys(), ...wrong.keys()]);
  return [...names]
    .map((name) => ({ name, right: right.get(name) ?? "—", wrong: wrong.get(name) ?? "—" }))
    .filter((row) => row.right !== row.wrong);
}

/** An answer as names and short texts; one that is no object stands under the name of the function's result. */
function membersOf(value: EncodedValue): Map<string, string> {
  const plain = typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = plain ? Object.entries(value) : [[words.result, value] as const];
  return new Map(entries.map(([name, member]) => [name, shortText(JSON.stringify(member))]));
}

const shortText = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
