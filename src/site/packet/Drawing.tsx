import { useContext } from "preact/hooks";
import type { Field } from "#net/bytes/layout.ts";
import { bitRange, fieldHex, fieldValue } from "./bits.ts";
import type { FieldDifference } from "./compare.ts";
import { arrange, type Columns, type Piece } from "./geometry.ts";
import { Sides } from "./sides.ts";

type Props = {
  readonly fields: readonly Field[];
  readonly bytes: Uint8Array;
  readonly columns: Columns;
  readonly label: string;
  /** In a comparison, the fields that differ; all others are muted. */
  readonly differences: readonly FieldDifference[] | null;
  /** Indices of the fields that are lit from the start. */
  readonly lit: ReadonlySet<number>;
};

/** The header as RFCs draw it: ruler, rows of `columns` bits, one rectangle a field. Places come from classes. */
export function Drawing({ fields, bytes, columns, label, differences, lit }: Props) {
  const first = differences?.[0]?.index ?? [...lit][0] ?? 0;
  return (
    <div class={`packet-drawing columns-${columns}`}>
      <div class="packet-ruler" aria-hidden="true">
        {Array.from({ length: columns }, (_, bit) => (
          <span key={bit} class={`c${bit} w1`}>
            {bit}
          </span>
        ))}
      </div>
      <div class="packet-rows" role="listbox" aria-label={label}>
        {arrange(fields, columns).map((item, index) => {
          if (item.kind === "gutter") {
            return (
              <span key={index} class="packet-gutter" aria-hidden="true">
                {item.byte ?? "⋮"}
              </span>
            );
          }
          const field = fields[item.field];
          if (field === undefined) return null;
          const difference = differences?.find((one) => one.index === item.field) ?? null;
          const state = stateClass(differences !== null, difference !== null);
          const props = {
            class: `packet-field g-${field.group} ${placeClass(item)} ${state}`,
            "data-field": item.field,
            "data-lit": lit.has(item.field) ? "" : undefined,
          };
          if (!item.label) return <div key={index} {...props} aria-hidden="true" />;
          return (
            <div
              key={index}
              {...props}
              role="option"
              aria-selected="false"
              tabindex={item.field === first ? 0 : -1}
            >
              <span class="packet-name">{field.name}</span>
              {difference === null ? (
                <Content field={field} bytes={bytes} />
              ) : (
                <Halves field={field} difference={difference} />
              )}
              <span class="visually-hidden">
                {field.bits === 1 ? "bit" : "bits"} {bitRange(field)}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Content({ field, bytes }: { readonly field: Field; readonly bytes: Uint8Array }) {
  const hex = fieldHex(bytes, field);
  return (
    <>
      <Value text={fieldValue(field)} />
      {hex !== "" && (
        <span class="packet-hex" aria-hidden="true">
          {hex}
        </span>
      )}
    </>
  );
}

/** `0xd431 (54321)`: the value, then, smaller, what stands in brackets. */
function Value({ text }: { readonly text: string }) {
  const [, value = text, note] = /^(.+?) (\(.+\))$/.exec(text) ?? [];
  return (
    <span class="packet-value">
      {value}
      {note !== undefined && <span class="packet-note"> {note}</span>}
    </span>
  );
}

function Halves({ field, difference }: { readonly field: Field; readonly difference: FieldDifference }) {
  const [first, second] = useContext(Sides);
  return (
    <>
      <span class="packet-half">
        <span class="packet-side">{first}</span>
        <Value text={fieldValue(field)} />
      </span>
      <span class="packet-half packet-actual">
        <span class="packet-side">{second}</span>
        <Value text={difference.actualValue ?? "absent"} />
      </span>
    </>
  );
}

function stateClass(comparing: boolean, differs: boolean): string {
  if (!comparing) return "";
  return differs ? "differs" : "muted";
}

const placeClass = ({ column, width, rows, torn }: Piece): string =>
  `c${column} w${width} r${rows}${torn ? " torn" : ""}`;
