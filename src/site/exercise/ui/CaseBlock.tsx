import type { CaseView, ValueView } from "#course/feedback/view.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { layoutByName } from "../../packet/layouts.ts";
import { PacketDiagram } from "../../packet/PacketDiagram.tsx";
import { DifferenceBlock } from "./DifferenceBlock.tsx";
import { Inline } from "./Inline.tsx";

/**
 * The failing case. Short inputs, then expected beside actual and where they part, then inputs that are drawn: the
 * answer is seen without scrolling past a header of twenty bytes.
 */
export function CaseBlock({ view }: { readonly view: CaseView }) {
  const drawn = view.inputs.filter((input) => drawing(input) !== null);
  const short = view.inputs.filter((input) => drawing(input) === null);
  return (
    <div class="px-case" data-case>
      <p class="px-case-title">
        <Inline text={view.title} />
      </p>
      {short.map((input) => (
        <Value key={input.label} view={input} />
      ))}
      <Answers expected={view.expected} actual={view.actual} />
      {view.difference !== null && <DifferenceBlock view={view.difference} />}
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

/** A value with its name, as text. */
export function AsText({ view }: { readonly view: ValueView }) {
  return (
    <dl class="px-value" data-value={view.label}>
      <dt>{view.label}</dt>
      <dd>
        <pre>{view.text}</pre>
      </dd>
    </dl>
  );
}

/** The two answers: drawn as one diagram when both are messages, as text otherwise and where there is more to them. */
export function Answers({
  expected,
  actual,
}: {
  readonly expected: ValueView;
  readonly actual: ValueView | null;
}) {
  const drawn = drawing(expected);
  const other = actual === null ? null : drawing(actual);
  const comparable = drawn !== null && other !== null && other.layout === drawn.layout;
  const alike = expected.bytes?.hex === actual?.bytes?.hex;
  return (
    <>
      {(!comparable || alike || !/^[\da-f\s]*$/.test(expected.text)) && (
        <div class="px-answers">
          <AsText view={expected} />
          {actual !== null && <AsText view={actual} />}
        </div>
      )}
      {comparable && !alike && (
        <PacketDiagram
          {...drawn}
          actual={other.bytes}
          caption={`${expected.label} et ${actual?.label ?? ""}`}
        />
      )}
    </>
  );
}

function drawing({ bytes }: ValueView) {
  const name = bytes?.layout ?? null;
  const layout = name === null ? null : layoutByName(name);
  const message = bytes === undefined ? null : fromHex(bytes.hex);
  return layout === null || message === null || message.length === 0 ? null : { layout, bytes: message };
}
