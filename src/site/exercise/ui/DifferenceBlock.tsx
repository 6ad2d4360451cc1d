import type { DifferenceView } from "#course/feedback/view.ts";
import { words } from "../words.ts";
import { Inline } from "./Inline.tsx";

type Props = {
  readonly view: DifferenceView;
  /** Whether to show the bits: a diagram that compares has them already. */
  readonly bits: boolean;
};

/** Where expected and actual part, in words and in bits. */
export function DifferenceBlock({ view, bits }: Props) {
  const binary = bits ? view.binary : null;
  return (
    <div class="px-difference" data-difference>
      <p>
        <Inline text={view.sentence} />
      </p>
      {binary !== null && (
        <dl class="px-bits">
          <dt>{words.expected}</dt>
          <dd>
            <Bits own={binary.expected} other={binary.actual} />
          </dd>
          <dt>{words.actual}</dt>
          <dd>
            <Bits own={binary.actual} other={binary.expected} />
          </dd>
        </dl>
      )}
    </div>
  );
}

/** A row of bits; those that differ from the other row are marked. */
function Bits({ own, other }: { readonly own: string; readonly other: string }) {
  return (
    <code class="px-bit-row">
      {pieces(own, other).map(({ text, differs }, at) => (differs ? <mark key={at}>{text}</mark> : text))}
    </code>
  );
}

/** Cuts a row where it begins and ceases to differ from another of the same width. */
export function pieces(own: string, other: string): readonly { text: string; differs: boolean }[] {
  const cut: { text: string; differs: boolean }[] = [];
  for (const [at, bit] of Array.from(own).entries()) {
    const differs = bit !== other[at];
    const last = cut.at(-1);
    if (last?.differs === differs) last.text += bit;
    else cut.push({ text: bit, differs });
  }
  return cut;
}
