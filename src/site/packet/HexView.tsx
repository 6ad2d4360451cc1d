import { useContext } from "preact/hooks";
import type { Field } from "#net/bytes/layout.ts";
import { byteDiffers } from "./compare.ts";
import { hexRows } from "./hex-rows.ts";
import { hexPieces, wholeByte, type HexPiece } from "./hex-pieces.ts";
import { Sides } from "./sides.ts";

type Props = {
  readonly bytes: Uint8Array;
  /** Beside the expected bytes: each row is then shown twice, differing bytes marked. */
  readonly actual?: Uint8Array | undefined;
  /** Links bytes with the fields of a drawing; empty for plain bytes. */
  readonly fields?: readonly Field[];
  readonly label?: string;
};

/** The bytes, 16 a row: offset, hexadecimal, ASCII. Long runs that show nothing of interest are left out. */
export function HexView({ bytes, actual, fields = [], label = "Octets en hexadécimal" }: Props) {
  const [first, second] = useContext(Sides);
  const longest = Math.max(bytes.length, actual?.length ?? 0);
  const interesting = (offset: number) => actual !== undefined && byteDiffers(bytes, actual, offset);
  return (
    <div class="hex" role="group" aria-label={label} tabindex={0}>
      {hexRows(longest, interesting).map((row) =>
        row.kind === "omitted" ? (
          <div key={`omitted ${row.from}`} class="hex-omitted">
            … {row.bytes} octets …
          </div>
        ) : (
          <div key={row.from} class={actual === undefined ? "hex-row" : "hex-row hex-pair"}>
            <Line from={row.from} bytes={bytes} other={actual} fields={fields} side={actual ? first : null} />
            {actual && <Line from={row.from} bytes={actual} other={bytes} fields={fields} side={second} />}
          </div>
        ),
      )}
    </div>
  );
}

type LineProps = {
  readonly from: number;
  readonly bytes: Uint8Array;
  readonly other: Uint8Array | undefined;
  readonly fields: readonly Field[];
  readonly side: string | null;
};

function Line({ from, bytes, other, fields, side }: LineProps) {
  const offsets = Array.from({ length: 16 }, (_, column) => from + column);
  const differs = (offset: number) => other !== undefined && byteDiffers(bytes, other, offset);
  return (
    <div class="hex-line">
      {side !== null && <span class="hex-side">{side}</span>}
      <span class="hex-offset">{from.toString(16).padStart(4, "0")}</span>
      {offsets.map((offset) => (
        <span
          key={offset}
          class={`hex-byte${offset % 16 === 7 ? " middle" : ""}${differs(offset) ? " differs" : ""}`}
        >
          {hexPieces(bytes, fields, offset).map((piece, index) => (
            <Linked key={index} piece={piece} text={piece.text} />
          ))}
        </span>
      ))}
      <span class="hex-ascii" aria-hidden="true">
        {offsets.map((offset) => (
          <Linked key={offset} piece={wholeByte(bytes, fields, offset)} text={ascii(bytes[offset])} />
        ))}
      </span>
    </div>
  );
}

/** Text that lights up with the fields it belongs to; plain text when it belongs to none. */
function Linked({
  piece,
  text,
}: {
  readonly piece: Pick<HexPiece, "fields" | "group">;
  readonly text: string;
}) {
  if (piece.group === null) return <span>{text}</span>;
  return (
    <span class={`g-${piece.group}`} data-fields={piece.fields}>
      {text}
    </span>
  );
}

/** The printable characters of ASCII; a dot for the others, nothing behind the last byte. */
function ascii(byte: number | undefined): string {
  if (byte === undefined) return " ";
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
}
