import { toHex } from "#net/bytes/hex.ts";
import type { Field, Layout } from "#net/bytes/layout.ts";
import { differingFields } from "./compare.ts";
import { DifferenceLines } from "./DifferenceLines.tsx";
import { Drawing } from "./Drawing.tsx";
import { FieldTable } from "./FieldTable.tsx";
import { HexView } from "./HexView.tsx";
import { groupNames } from "./words.ts";

export type PacketDiagramProps = {
  readonly layout: Layout;
  /** The message; in a comparison, the expected one. */
  readonly bytes: Uint8Array;
  /** The message that came out instead: the diagram then shows where the two part. */
  readonly actual?: Uint8Array | undefined;
  readonly caption?: string | undefined;
  /** First and last bit to light from the start. */
  readonly highlight?: { readonly from: number; readonly to: number } | undefined;
};

/**
 * Any message drawn from its layout: rows of bits, the linked bytes, a line that explains the field at hand, and the
 * table that says the same without colours. Plain HTML; `installPacketBehaviour` makes it answer to pointer and keys.
 */
export function PacketDiagram({ layout, bytes, actual, caption, highlight }: PacketDiagramProps) {
  const fields = layout.fields(bytes);
  const differences = actual === undefined ? null : differingFields(layout, bytes, actual);
  const lit = new Set(highlight === undefined ? [] : touched(fields, highlight));
  const label = caption ?? "Champs du message";
  const drawing = { fields, bytes, differences, label, lit };
  return (
    <figure class={`packet${differences === null ? "" : " comparing"}`} data-hex={toHex(bytes)}>
      <div class="packet-box">
        <Drawing columns={32} {...drawing} />
        <Drawing columns={16} {...drawing} />
        {differences !== null && <DifferenceLines differences={differences} />}
        <div class="packet-readout">
          <HexView bytes={bytes} actual={actual} fields={fields} />
          <div class="packet-line" aria-live="polite" />
          {differences === null && <AtRest fields={fields} />}
        </div>
      </div>
      <button class="packet-toggle" type="button" aria-expanded="false">
        Champs en tableau
      </button>
      <div class="packet-table-box">
        <FieldTable layout={layout} fields={fields} bytes={bytes} differences={differences} />
      </div>
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

const touched = (fields: readonly Field[], { from, to }: { from: number; to: number }): number[] =>
  fields.flatMap((field, index) => (field.bit <= to && field.bit + field.bits > from ? [index] : []));

/** In the place of the line while no field is chosen: what one can do, and what the colours stand for. */
function AtRest({ fields }: { readonly fields: readonly Field[] }) {
  const present = new Set(fields.map(({ group }) => group));
  return (
    <div class="packet-rest">
      <p class="packet-prompt">Pointez un champ ou un octet, ou parcourez les champs avec les flèches.</p>
      <ul class="packet-legend" aria-label="Couleurs">
        {Object.entries(groupNames).map(([group, name]) =>
          [...present].some((one) => one === group) ? (
            <li key={group} class={`g-${group}`}>
              {name}
            </li>
          ) : null,
        )}
      </ul>
    </div>
  );
}
