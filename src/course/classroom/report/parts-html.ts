import type { Table, ValuePart } from "../../feedback/view.ts";
import { html, type Content } from "./html.ts";

/** A value in pieces: tables, and what lies beside them as lines; cells that `other` has otherwise are marked. */
export const partsHtml = (parts: readonly ValuePart[], other: readonly ValuePart[] | undefined): Content =>
  html`<div class="parts">
    ${parts.map((part) =>
      part.table === null
        ? html`<p><code>${part.path}: ${part.text}</code></p> `
        : tableHtml(part.path, part.table, other?.find(({ path }) => path === part.path)?.table ?? null),
    )}
  </div>`;

const tableHtml = (path: string, { columns, rows, more }: Table, other: Table | null): Content =>
  html`<table>
    ${
      path === ""
        ? null
        : html`<caption>
            <code>${path}</code>
          </caption>`
    }
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col"><code>${column}</code></th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row, at) =>
          html`<tr>
            ${row.map((text, i) => html`<td>${differs(other, at, columns[i] ?? "", text) ? html`<mark>${text}</mark>` : text}</td>`)}
          </tr> `,
      )}${
        more === null
          ? null
          : html`<tr>
              <td colspan="${columns.length}">${more}</td>
            </tr>`
      }
    </tbody>
  </table> `;

const differs = (other: Table | null, row: number, column: string, text: string): boolean =>
  other !== null && other.rows[row]?.[other.columns.indexOf(column)] !== text;
