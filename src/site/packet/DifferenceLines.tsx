import { useContext } from "preact/hooks";
import { bitRange } from "./bits.ts";
import type { FieldDifference } from "./compare.ts";
import { Sides } from "./sides.ts";

/** Wider fields are compared in the hex view: nobody reads 128 ones and zeros. */
const widestBinary = 32;
const mostLines = 4;

/** The differing fields in binary, expected above actual, the differing bits marked and pointed at. */
export function DifferenceLines({ differences }: { readonly differences: readonly FieldDifference[] }) {
  const [first, second] = useContext(Sides);
  const shown = differences.filter(({ field }) => field.bits <= widestBinary).slice(0, mostLines);
  return (
    <div class="packet-differences">
      {shown.map(({ field, index, expectedBits, actualBits }) => (
        <div key={index} class="packet-difference">
          <p class="packet-difference-name">
            {field.name}
            <span class="quiet">
              {" "}
              {field.bits === 1 ? "bit" : "bits"} {bitRange(field)}
            </span>
          </p>
          <p class="packet-binary">
            <span class="packet-side">{first}</span>{" "}
            <Bits own={expectedBits} other={actualBits} start={field.bit} />
          </p>
          <p class="packet-binary packet-binary-actual">
            <span class="packet-side">{second}</span>{" "}
            {actualBits === "" ? "absent" : <Bits own={actualBits} other={expectedBits} start={field.bit} />}
          </p>
        </div>
      ))}
    </div>
  );
}

type BitsProps = { readonly own: string; readonly other: string; readonly start: number };

/** Ones and zeros in runs, split at byte borders of the message; a run that differs is a `<mark>`. */
function Bits({ own, other, start }: BitsProps) {
  const runs: { text: string; differs: boolean; border: boolean }[] = [];
  Array.from(own).forEach((bit, index) => {
    const differs = bit !== other[index];
    const border = index > 0 && (start + index) % 8 === 0;
    const last = runs.at(-1);
    if (last === undefined || border || last.differs !== differs) runs.push({ text: bit, differs, border });
    else last.text += bit;
  });
  return (
    <span class="bits">
      {runs.map(({ text, differs, border }, index) => (
        <span key={index}>
          {border && " "}
          {differs ? <mark>{text}</mark> : text}
        </span>
      ))}
    </span>
  );
}
