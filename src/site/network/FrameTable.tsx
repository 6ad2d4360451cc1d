import { useRef } from "preact/hooks";
import { words } from "./words.ts";

/** A frame as a row of Wireshark's columns. */
export type FrameRow = {
  /** From 1. */
  readonly number: number;
  /** Seconds since the first frame, as text; empty when nobody noted it. */
  readonly time: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  /** Bytes. */
  readonly length: number;
  readonly info: string;
};

type Props<Row extends FrameRow> = {
  readonly rows: readonly Row[];
  readonly chosen: (row: Row) => boolean;
  readonly choose: (row: Row) => void;
  /** Further CSS classes of a row. */
  readonly classOf?: (row: Row) => string;
};

/** Frames in Wireshark's columns. A row is chosen with a click, or with its button and the arrow keys. */
export function FrameTable<Row extends FrameRow>({ rows, chosen, choose, classOf = () => "" }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = (event: KeyboardEvent, index: number): void => {
    const next = event.key === "ArrowDown" ? index + 1 : event.key === "ArrowUp" ? index - 1 : null;
    const row = next === null ? undefined : rows[next];
    if (row === undefined) return;
    event.preventDefault();
    choose(row);
    body.current?.querySelector<HTMLButtonElement>(`[data-row="${row.number}"]`)?.focus();
  };
  return (
    <div class="network-list">
      <table>
        <thead>
          <tr>
            {Object.values(words.columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={row.number}
              class={`${chosen(row) ? "chosen" : ""} ${classOf(row)}`.trim()}
              onClick={() => choose(row)}
            >
              <td class="network-number">
                <button
                  type="button"
                  data-row={row.number}
                  aria-pressed={chosen(row)}
                  aria-label={words.frame(row.number)}
                  onKeyDown={(event) => keys(event, index)}
                >
                  {row.number}
                </button>
              </td>
              <td class="network-time">{row.time}</td>
              <td class="network-address">{row.source}</td>
              <td class="network-address">{row.destination}</td>
              <td>{row.protocol}</td>
              <td class="network-length">{row.length}</td>
              <td class="network-info" lang="en">
                {row.info}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
