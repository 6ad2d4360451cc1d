import type { CallsView, CaseView, ValueView } from "../../feedback/view.ts";
import { bytesTable } from "./bytes-html.ts";
import { differenceHtml } from "./difference-html.ts";
import { html, inline, type Content } from "./html.ts";
import { partsHtml } from "./parts-html.ts";

/** The smallest failing case: input, both answers, where they part, and what else is to be known. */
export const caseHtml = (view: CaseView): Content =>
  html`<div class="case">
    <p class="case-title">${inline(view.title)}</p>
    ${view.inputs.map((input) => value(input, null))} ${answers(view)}
    ${view.difference === null ? null : differenceHtml(view.difference)}
    ${view.calls === null ? null : callsHtml(view.calls)}
    ${view.notes.map((note) => html`<p class="quiet">${note}</p> `)}
  </div> `;

/** Two byte strings in one table; otherwise side by side. */
function answers({ expected, actual }: CaseView): Content {
  const [a, b] = [bytesOf(expected), actual === null ? null : bytesOf(actual)];
  if (a !== null && b !== null && actual !== null)
    return bytesTable([
      { label: expected.label, bytes: a },
      { label: actual.label, bytes: b },
    ]);
  return html`<div class="answers">
    ${value(expected, actual)}${actual === null ? null : value(actual, expected)}
  </div> `;
}

function value(view: ValueView, other: ValueView | null): Content {
  const bytes = bytesOf(view);
  if (bytes !== null) return bytesTable([{ label: view.label, bytes }]);
  return html`<dl>
    <dt>${view.label}</dt>
    <dd>
      ${view.parts === undefined ? html`<pre>${lines(view.text, other?.text ?? "")}</pre>` : partsHtml(view.parts, other?.parts)}
    </dd>
  </dl> `;
}

/** A text of several lines beside one of as many: the lines that differ are marked. */
function lines(text: string, other: string): Content {
  const [own, others] = [text.split("\n"), other.split("\n")];
  if (own.length < 2 || own.length !== others.length) return text;
  return own.map((line, i) => {
    const start = i === 0 ? "" : "\n";
    const code = line.trimStart();
    const indent = line.slice(0, line.length - code.length);
    return line === others[i] ? [start, line] : [start, indent, html`<mark>${code}</mark>`];
  });
}

/** The bytes of a value that is nothing else: what stands around a message in an object is not dropped. */
function bytesOf({ text, bytes }: ValueView): readonly string[] | null {
  if (bytes === undefined || !/^[\da-f\s]+$/.test(text)) return null;
  return bytes.hex.match(/../g);
}

const callsHtml = ({ title, lines, more }: CallsView): Content =>
  html`<p>${inline(title)}</p>
    ${lines.length === 0 ? null : html`<pre>${lines.join("\n")}</pre>`}
    ${more === null ? null : html`<p class="quiet">${more}</p>`} `;
