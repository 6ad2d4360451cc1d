import { cellsInRow } from "#course/activities/table-rows.ts";
import { words } from "../words.ts";

type Props = {
  readonly node: string;
  readonly rows: number;
  readonly ifaces: readonly string[];
  /** Row by row: destination, mask, gateway, interface. */
  readonly cells: readonly string[];
  readonly base: string;
  readonly change: (cell: number, text: string) => void;
};

/** The table of one machine, to be typed. */
export function TableForm({ node, rows, ifaces, cells, base, change }: Props) {
  const columns = words.tableColumns;
  return (
    <fieldset class="pa-table-form" data-table={node}>
      <legend>{words.tableOf(node)}</legend>
      <div class="pa-grid" aria-hidden="true">
        {columns.map((column) => (
          <span key={column} class="pa-grid-head">
            {column}
          </span>
        ))}
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="pa-grid" role="group" aria-label={`${node}, ligne ${row + 1}`}>
          {columns.map((column, at) => {
            const cell = row * cellsInRow + at;
            const common = {
              id: `${base}-${node}-${cell}`,
              value: cells[cell] ?? "",
              "aria-label": words.cell(node, row + 1, column),
            };
            return at === cellsInRow - 1 ? (
              <select
                key={column}
                class="pa-select"
                {...common}
                onChange={({ currentTarget }) => change(cell, currentTarget.value)}
              >
                <option value="">—</option>
                {ifaces.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            ) : (
              <input
                key={column}
                class="pa-input"
                type="text"
                autocomplete="off"
                spellcheck={false}
                placeholder={column}
                {...common}
                onInput={({ currentTarget }) => change(cell, currentTarget.value)}
              />
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}
