import { useState } from "preact/hooks";
import { summarise } from "#course/network/dissection/summary.ts";
import type { CaptureFile, FiledFrame } from "#course/network/capture-file.ts";
import { HeaderStack } from "../network/HeaderStack.tsx";
import { HexView } from "../packet/HexView.tsx";
import { seconds, words as network } from "../network/words.ts";
import { Compare } from "./Compare.tsx";
import { words } from "./words.ts";

/** Rows on screen at a time: a file of 100,000 frames is looked at in pieces. */
const pageSize = 200;

/** The frames of a capture file, a page of rows at a time, and the one that is open. */
export function CaptureView({ file }: { readonly file: Extract<CaptureFile, { ok: true }> }) {
  const { frames } = file;
  const [from, setFrom] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const open = chosen === null ? undefined : frames[chosen];
  const start = frames[0]?.time ?? 0;
  const jump = (index: number): void => {
    const inside = Math.max(0, Math.min(frames.length - 1, index));
    setFrom(Math.floor(inside / pageSize) * pageSize);
    setChosen(inside);
  };
  const to = Math.min(frames.length, from + pageSize);
  if (frames.length === 0) return null;
  return (
    <>
      <div class="network-capture">
        <button
          type="button"
          class="px-button"
          disabled={from === 0}
          onClick={() => setFrom(from - pageSize)}
        >
          {words.earlier}
        </button>
        <button
          type="button"
          class="px-button"
          disabled={to >= frames.length}
          onClick={() => setFrom(from + pageSize)}
        >
          {words.later}
        </button>
        <span>{words.page(from + 1, to, frames.length)}</span>
        <label>
          {words.goTo}{" "}
          <input
            type="number"
            min={1}
            max={frames.length}
            value={(chosen ?? 0) + 1}
            onChange={({ currentTarget }) => jump(currentTarget.valueAsNumber - 1)}
          />
        </label>
      </div>
      <Rows frames={frames} from={from} to={to} start={start} chosen={chosen} choose={setChosen} />
      {open !== undefined && chosen !== null && <Detail frame={open} number={chosen + 1} />}
      <Compare frames={frames} jump={jump} />
    </>
  );
}

type RowsProps = {
  readonly frames: readonly FiledFrame[];
  readonly from: number;
  readonly to: number;
  /** Time of the first frame. */
  readonly start: number;
  readonly chosen: number | null;
  readonly choose: (index: number) => void;
};

function Rows({ frames, from, to, start, chosen, choose }: RowsProps) {
  const { columns } = network;
  return (
    <div class="network-list">
      <table>
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {frames.slice(from, to).map((frame, i) => {
            const index = from + i;
            const row = rowOf(frame);
            return (
              <tr key={index} class={index === chosen ? "chosen" : ""} onClick={() => choose(index)}>
                <td class="network-number">
                  <button
                    type="button"
                    data-row={index + 1}
                    aria-pressed={index === chosen}
                    aria-label={words.frame(index + 1)}
                  >
                    {index + 1}
                  </button>
                </td>
                <td class="network-time">{frame.time === null ? "" : seconds(frame.time - start)}</td>
                <td class="network-address">{row.source}</td>
                <td class="network-address">{row.destination}</td>
                <td>{row.protocol}</td>
                <td class="network-length">{frame.originalLength}</td>
                <td class="network-info" lang="en">
                  {row.info}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const rowOf = ({ data, link }: FiledFrame) =>
  link === null ? { source: "", destination: "", protocol: "", info: "" } : summarise(data, link);

function Detail({ frame, number }: { readonly frame: FiledFrame; readonly number: number }) {
  const { data, link, originalLength } = frame;
  return (
    <section class="network-detail" aria-label={words.frame(number)}>
      <p class="network-title">{words.frame(number)}</p>
      {data.length < originalLength && <p>{words.cutFrame(data.length, originalLength)}</p>}
      {link === null ? (
        <HexView bytes={data} label={words.bytes} />
      ) : (
        <HeaderStack frame={data} link={link} before={null} />
      )}
    </section>
  );
}
