import { html, type Content } from "./html.ts";

type Row = { readonly label: string; /** Two hexadecimal digits each. */ readonly bytes: readonly string[] };

/** Eight bytes a line: as many as a phone shows. */
const width = 8;
/** A longer message is cut: what differs first is said in words beside it. */
const maximum = 160;

/** One byte string, or two one above the other with the bytes that differ marked; offsets in bytes. */
export function bytesTable(rows: readonly Row[]): Content {
  const length = Math.max(...rows.map(({ bytes }) => bytes.length));
  const offsets = Array.from({ length: Math.ceil(Math.min(length, maximum) / width) }, (_, i) => i * width);
  const caption = rows.map(({ label }) => label).join(" et ");
  const cut = length > maximum ? `${length - maximum} octets de plus ne sont pas montrés.` : null;
  return html`<table class="bytes">
      <caption>
        ${caption}, octets en hexadécimal
      </caption>
      ${offsets.map(
        (offset) =>
          html`<tbody>
            ${rows.map(
              ({ label, bytes }) =>
                html`<tr>
                  <th scope="row">${offset}${rows.length > 1 ? ` ${label}` : ""}</th>
                  ${cells(bytes, rows, offset)}
                </tr>`,
            )}
          </tbody> `,
      )}
    </table>
    ${cut === null ? null : html`<p class="quiet">${cut}</p>`} `;
}

const cells = (bytes: readonly string[], rows: readonly Row[], offset: number): Content =>
  Array.from({ length: width }, (_, i) => offset + i).map((at) => {
    const text = bytes[at] ?? "";
    return rows.some((other) => other.bytes[at] !== bytes[at])
      ? html`<td><mark>${text === "" ? "∅" : text}</mark></td>`
      : html`<td>${text}</td>`;
  });
