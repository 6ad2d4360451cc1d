import { useRef } from "preact/hooks";
import type { PacketRow } from "#course/network/replay/packet-list.ts";
import { seconds, words } from "./words.ts";

type Props = {
  readonly rows: readonly PacketRow[];
  /** Frame that is open, by the number of its journal entry. */
  readonly chosen: number | null;
  /** Rows of a later step than this are still to come. */
  readonly step: number;
  readonly choose: (row: PacketRow) => void;
};

/** The frames in Wireshark's columns. A row is chosen with a click, or with its button and the arrow keys. */
export function PacketList({ rows, chosen, step, choose }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = (event: KeyboardEvent, index: number): void => {
    const next = event.key === "ArrowDown" ? index + 1 : event.key === "ArrowUp" ? index - 1 : null;
    const row = next === null ? undefined : rows[next];
    if (row === undefined) return;
    event.preventDefault();
    choose(row);
    body.current?.querySelector<HTMLButtonElement>(`[data-row="${row.number}"]`)?.focus();
  };
  if (rows.length === 0) return <p class="quiet">{words.none}</p>;
  const { columns } = words;
  return (
    <div class="network-list">
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.time}</th>
            <th scope="col">{columns.source}</th>
            <th scope="col">{columns.destination}</th>
            <th scope="col">{columns.protocol}</th>
            <th scope="col">{columns.length}</th>
            <th scope="col">{columns.info}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={row.flight.n}
              class={[
                row.flight.n === chosen ? "chosen" : "",
                row.step > step ? "later" : "",
                row.flight.lost === null ? "" : "lost",
              ].join(" ")}
              onClick={() => choose(row)}
            >
              <td class="network-number">
                <button
                  type="button"
                  data-row={row.number}
                  aria-pressed={row.flight.n === chosen}
                  aria-label={words.frame(row.number)}
                  onKeyDown={(event) => keys(event, index)}
                >
                  {row.number}
                </button>
              </td>
              <td class="network-time">{seconds(row.at)}</td>
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
