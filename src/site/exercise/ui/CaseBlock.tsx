import type { CaseView, ValueView } from "#course/feedback/view.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { layoutByName } from "../../packet/layouts.ts";
import { PacketDiagram } from "../../packet/PacketDiagram.tsx";
import { Calls } from "./Calls.tsx";
import { DifferenceBlock } from "./DifferenceBlock.tsx";
import { Inline } from "./Inline.tsx";
import { ValueParts } from "./ValueParts.tsx";

/**
 * The failing case. Short inputs, then expected beside actual and where they part, then inputs that are drawn: the
 * answer is seen without scrolling past a header of twenty bytes.
 */
export function CaseBlock({ view }: { readonly view: CaseView }) {
  const drawn = view.inputs.filter((input) => drawing(input) !== null);
  const both = comparison(view);
  const short = view.inputs.filter((input) => drawing(input) === null);
  return (
    <div class="px-case" data-case>
      <p class="px-case-title">
        <Inline text={view.title} />
      </p>
      {short.map((input) => (
        <Value key={input.label} view={input} />
      ))}
      {view.difference !== null && both !== null && <DifferenceBlock view={view.difference} bits={false} />}
      <Answers expected={view.expected} actual={view.actual} />
      {view.difference !== null && both === null && <DifferenceBlock view={view.difference} bits />}
      {view.calls !== null && <Calls view={view.calls} />}
      {drawn.map((input) => (
        <Value key={input.label} view={input} />
      ))}
      {view.notes.map((note) => (
        <p key={note} class="px-quiet">
          {note}
        </p>
      ))}
    </div>
  );
}

/** A value with its name: drawn where its bytes have a layout, as text otherwise. */
export function Value({ view }: { readonly view: ValueView }) {
  const drawn = drawing(view);
  return drawn === null ? <AsText view={view} /> : <PacketDiagram {...drawn} caption={view.label} />;
}

/** A value with its name, as text or in tables; cells that `other` has otherwise are marked. */
export function AsText({ view, other }: { readonly view: ValueView; readonly other?: ValueView | null }) {
  return (
    <dl class="px-value" data-value={view.label}>
      <dt>{view.label}</dt>
      <dd>
        {view.parts === undefined ? (
          <pre>{view.text}</pre>
        ) : (
          <ValueParts label={view.label} parts={view.parts} other={other?.parts} />
        )}
      </dd>
    </dl>
  );
}

/** The two answers: in text where they are no drawn messages, or where there is more to them than a message. */
export function Answers({ expected, actual }: Pair) {
  const drawn = comparison({ expected, actual });
  return (
    <>
      {(drawn === null || !isHex(expected.text)) && (
        <div
          class={`px-answers${hasLongLine(expected) || (actual !== null && hasLongLine(actual)) ? " stacked" : ""}`}
        >
          <AsText view={expected} other={actual} />
          {actual !== null && <AsText view={actual} other={expected} />}
        </div>
      )}
      {drawn !== null && <PacketDiagram {...drawn} />}
    </>
  );
}

/** Longer than half a panel: side by side, such lines would break in the middle of a word of bytes. */
const hasLongLine = ({ text }: ValueView): boolean => text.split("\n").some((line) => line.length > 24);

type Pair = { readonly expected: ValueView; readonly actual: ValueView | null };

/** The two answers as one diagram, when both are messages and differ. */
function comparison({ expected, actual }: Pair) {
  const drawn = drawing(expected);
  const other = actual === null ? null : drawing(actual);
  if (drawn === null || other === null || actual === null || other.layout !== drawn.layout) return null;
  if (expected.bytes?.hex === actual.bytes?.hex) return null;
  return { ...drawn, actual: other.bytes, caption: `${expected.label} et ${actual.label}` };
}

const isHex = (text: string): boolean => /^[\da-f\s]*$/.test(text);

function drawing({ bytes }: ValueView) {
  const name = bytes?.layout ?? null;
  const layout = name === null ? null : layoutByName(name);
  const message = bytes === undefined ? null : fromHex(bytes.hex);
  return layout === null || message === null || message.length === 0 ? null : { layout, bytes: message };
}
