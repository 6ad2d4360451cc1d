import type { Table, ValuePart } from "#course/feedback/view.ts";

type Props = {
  readonly label: string;
  readonly parts: readonly ValuePart[];
  /** The value to compare with: cells that it has otherwise are marked. */
  readonly other?: readonly ValuePart[] | undefined;
};

/** A value in pieces: tables, with what lies beside them as lines of text. */
export function ValueParts({ label, parts, other }: Props) {
  return (
    // A wide table scrolls sideways, with the keyboard too.
    <div class="px-parts" role="group" aria-label={label} tabIndex={0}>
      {parts.map((part) =>
        part.table === null ? (
          <p key={part.path} class="px-part">
            <code>{`${part.path}: ${part.text}`}</code>
          </p>
        ) : (
          <PartTable
            key={part.path}
            path={part.path}
            table={part.table}
            other={other === undefined ? null : (other.find(({ path }) => path === part.path)?.table ?? null)}
          />
        ),
      )}
    </div>
  );
}

type PartTableProps = { readonly path: string; readonly table: Table; readonly other: Table | null };

function PartTable({ path, table: { columns, rows, more }, other }: PartTableProps) {
  return (
    <table class="px-table" data-table={path}>
      {path !== "" && (
        <caption>
          <code>{path}</code>
        </caption>
      )}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <code>{column}</code>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((text, i) => (
              <td key={i}>
                {other !== null && differs(other, at, columns[i] ?? "", text) ? <mark>{text}</mark> : text}
              </td>
            ))}
          </tr>
        ))}
        {more !== null && (
          <tr>
            <td colSpan={columns.length}>{more}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const differs = ({ columns, rows }: Table, row: number, column: string, text: string): boolean =>
  rows[row]?.[columns.indexOf(column)] !== text;
