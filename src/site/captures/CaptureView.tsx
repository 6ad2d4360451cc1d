import { useState } from "preact/hooks";
import { summarise } from "#course/network/dissection/summary.ts";
import type { CaptureFile, FiledFrame } from "#course/network/capture-file.ts";
import { FrameTable } from "../network/FrameTable.tsx";
import { HeaderStack } from "../network/HeaderStack.tsx";
import { HexView } from "../packet/HexView.tsx";
import { seconds } from "../network/words.ts";
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
      <FrameTable
        rows={frames.slice(from, to).map((frame, i) => rowOf(frame, from + i, start))}
        chosen={({ number }) => number - 1 === chosen}
        choose={({ number }) => setChosen(number - 1)}
      />
      {open !== undefined && chosen !== null && <Detail frame={open} number={chosen + 1} />}
      <Compare frames={frames} jump={jump} />
    </>
  );
}

/** A row of the list; `start` is the time of the first frame. */
const rowOf = ({ data, link, time, originalLength }: FiledFrame, index: number, start: number) => ({
  number: index + 1,
  time: time === null ? "" : seconds(time - start),
  length: originalLength,
  ...(link === null ? { source: "", destination: "", protocol: "", info: "" } : summarise(data, link)),
});

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
