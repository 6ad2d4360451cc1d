import { useMemo, useState } from "preact/hooks";
import type { NetworkFigure } from "#course/network/figure.ts";
import type { Link } from "#course/network/dissection/layers.ts";
import { summarise } from "#course/network/dissection/summary.ts";
import { capturedFrames, packetRows, type PacketRow } from "#course/network/replay/packet-list.ts";
import { stepsOf, type Flight, type ReplayStep } from "#course/network/replay/steps.ts";
import { writePcap } from "#net/capture/pcap.ts";
import type { JournalEntry } from "#net/simulator/journal.ts";
import { download } from "../exercise/works/download.ts";
import { Controls } from "./Controls.tsx";
import { HeaderStack } from "./HeaderStack.tsx";
import { Frames } from "./Frames.tsx";
import { NetworkDrawing } from "./NetworkDrawing.tsx";
import { PacketList } from "./PacketList.tsx";
import { StepText, TextLog } from "./TextLog.tsx";
import { usePlayer } from "./use-player.ts";
import { words } from "./words.ts";

type Props = {
  readonly figure: NetworkFigure;
  readonly journal: readonly JournalEntry[];
  /** Of exported captures, without ending. */
  readonly fileName: string;
};

/** A journal on its network: the drawing that plays it, the frames as a list, one frame taken apart, all of it in text. */
export function NetworkPlayer({ figure, journal, fileName }: Props) {
  const steps = useMemo(() => stepsOf(journal), [journal]);
  const player = usePlayer(steps.length);
  const [captured, setCaptured] = useState<string | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [said, setSaid] = useState("");

  const bare = new Set(
    figure.links.filter(({ pointToPoint }) => pointToPoint === true).map(({ name }) => name),
  );
  const linkOf = (link: string): Link => (bare.has(link) ? "ip" : "ethernet");
  const rows = packetRows(steps, captured, bare);
  const step: ReplayStep | undefined = steps[player.step];
  const open = rows.find(({ flight }) => flight.n === chosen) ?? null;

  const choose = (row: PacketRow): void => {
    setChosen(row.flight.n);
    player.go(row.step);
  };
  const save = (): void => {
    const kinds = new Set(rows.map(({ flight }) => linkOf(flight.link)));
    if (kinds.size > 1) {
      setSaid(words.mixed);
      return;
    }
    const name = `${fileName}${captured === null ? "" : `-${captured}`}.pcap`;
    const linkType = kinds.has("ip") ? linkTypes.ip : linkTypes.ethernet;
    const file = writePcap({ linkType, snapLength: 262_144, frames: capturedFrames(rows, epoch) });
    // Frames of a simulation and times of this century fit.
    if (!file.ok) return;
    download(name, file.value);
    setSaid(words.exported(rows.length, name));
  };

  return (
    <div class="network-player">
      <Controls player={player} steps={steps} />
      {(["wide", "tall"] as const).map((turn) => (
        <NetworkDrawing key={turn} figure={figure} turn={turn} lit={litBy(step)} refusing={refusedBy(step)}>
          {(geometry) => (
            <Frames
              flights={step?.flights ?? []}
              progress={player.progress}
              geometry={geometry}
              label={({ bytes, link }) => summarise(bytes, linkOf(link)).protocol}
              otherEnd={(flight) => otherEnd(figure, flight)}
            />
          )}
        </NetworkDrawing>
      ))}
      <p class="network-step" role="status">
        {step === undefined ? (
          steps.length === 0 ? (
            words.empty
          ) : (
            words.start
          )
        ) : (
          <StepText step={step} linkOf={linkOf} />
        )}
      </p>
      <div class="network-capture">
        <label>
          {words.capturedOn}{" "}
          <select
            value={captured ?? ""}
            onChange={({ currentTarget }) =>
              setCaptured(currentTarget.value === "" ? null : currentTarget.value)
            }
          >
            <option value="">{words.everywhere}</option>
            {figure.links.map(({ name, ends: [a, b] }) => (
              <option key={name} value={name}>{`${name} (${a.node} – ${b.node})`}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="px-button"
          data-action="export-pcap"
          onClick={save}
          disabled={rows.length === 0}
        >
          {words.exportPcap}
        </button>
        <span role="status">{said}</span>
      </div>
      <PacketList rows={rows} chosen={chosen} step={player.step} choose={choose} />
      {open !== null && (
        <section class="network-detail" aria-label={words.frame(open.number)}>
          <p class="network-title">{words.frame(open.number)}</p>
          <HeaderStack
            key={open.flight.n}
            frame={open.flight.bytes}
            link={linkOf(open.flight.link)}
            before={open.flight.before}
          />
        </section>
      )}
      <TextLog steps={steps} linkOf={linkOf} />
    </div>
  );
}

const linkTypes = { ethernet: 1, ip: 101 } as const;

/** 1 January 2027, 00:00 UTC: a simulation begins at no real time, and files need one. */
const epoch = 1_798_761_600;

const litBy = (step: ReplayStep | undefined): ReadonlySet<string> =>
  new Set(
    step?.flights.flatMap(({ link, from, to }) => [link, from.node, ...(to === null ? [] : [to.node])]),
  );

const refusedBy = (step: ReplayStep | undefined): ReadonlySet<string> =>
  new Set(step?.events.flatMap((entry) => (entry.kind === "dropped" ? [entry.node] : [])));

function otherEnd({ links }: NetworkFigure, { link, from }: Flight): string {
  const ends = links.find(({ name }) => name === link)?.ends;
  return ends?.find(({ node }) => node !== from.node)?.node ?? from.node;
}
