import { useContext } from "preact/hooks";
import type { Field, Layout } from "#net/bytes/layout.ts";
import { bitRange, fieldHex, fieldValue } from "./bits.ts";
import type { FieldDifference } from "./compare.ts";
import { explain } from "./words.ts";
import { Sides } from "./sides.ts";

type Props = {
  readonly layout: Layout;
  readonly fields: readonly Field[];
  readonly bytes: Uint8Array;
  readonly differences: readonly FieldDifference[] | null;
};

/** The same header as a table: what a screen reader reads, what stands without script, and the source of the line. */
export function FieldTable({ layout, fields, bytes, differences }: Props) {
  const [first, second] = useContext(Sides);
  return (
    <table class="packet-table">
      <thead>
        <tr>
          <th scope="col">Champ</th>
          <th scope="col">Bits</th>
          <th scope="col">{differences === null ? "Valeur" : capital(first)}</th>
          {differences !== null && <th scope="col">{capital(second)}</th>}
          <th scope="col">Hexa</th>
          <th scope="col">Sens</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field, index) => {
          const text = explain(layout, field);
          const difference = differences?.find((one) => one.index === index);
          return (
            <tr key={index} data-row={index} data-bit={field.bit} data-bits={field.bits} data-rfc={field.rfc}>
              <th scope="row">
                {field.name}
                {text !== null && text.name !== field.name && <span class="packet-french"> {text.name}</span>}
              </th>
              <td class="packet-bits">{bitRange(field)}</td>
              <td>{fieldValue(field)}</td>
              {differences !== null && (
                <td>{difference ? `≠ ${difference.actualValue ?? "absent"}` : "pareil"}</td>
              )}
              <td>{fieldHex(bytes, field)}</td>
              <td>
                {text && <span class="packet-meaning">{text.meaning} </span>}
                <span class="packet-rfc">{field.rfc}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
