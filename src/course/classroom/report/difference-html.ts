import type { DifferenceView } from "../../feedback/view.ts";
import { html, inline, type Content } from "./html.ts";

/** Where expected and actual part: the sentence, and the bits that differ one under the other. */
export const differenceHtml = ({ sentence, binary }: DifferenceView): Content => [
  html`<p>${inline(sentence)}</p> `,
  binary === null
    ? null
    : html`<dl class="bits">
        <dt>attendu</dt>
        <dd><code>${marked(binary.expected, binary.actual)}</code></dd>
        <dt>obtenu</dt>
        <dd><code>${marked(binary.actual, binary.expected)}</code></dd>
      </dl> `,
];

/** A row of bits; where it differs from the other, marked. */
const marked = (own: string, other: string): Content =>
  (own.match(/./gu) ?? [])
    .reduce<{ text: string; differs: boolean }[]>((runs, bit, at) => {
      const differs = bit !== other[at];
      const last = runs.at(-1);
      if (last?.differs === differs) last.text += bit;
      else runs.push({ text: bit, differs });
      return runs;
    }, [])
    .map(({ text, differs }) => (differs ? html`<mark>${text}</mark>` : text));
