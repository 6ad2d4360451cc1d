export type HexRow =
  | { readonly kind: "row"; readonly from: number }
  /** This many bytes from that offset are not shown. */
  | { readonly kind: "omitted"; readonly from: number; readonly bytes: number };

const bytesInRow = 16;
const alwaysShown = 6;

/**
 * The rows of a hex view of `length` bytes: the first ones, the last, every row with an interesting byte and its
 * neighbours. A single row is never left out: the line that says so would be as long.
 */
export function hexRows(length: number, interesting: (offset: number) => boolean): HexRow[] {
  const count = Math.max(1, Math.ceil(length / bytesInRow));
  const wanted = new Set<number>([count - 1]);
  for (let row = 0; row < Math.min(alwaysShown, count); row++) wanted.add(row);
  for (let offset = 0; offset < length; offset++) {
    if (!interesting(offset)) continue;
    for (const near of [-1, 0, 1]) wanted.add(Math.floor(offset / bytesInRow) + near);
  }
  for (let row = 0; row < count; row++) {
    if (wanted.has(row - 1) && wanted.has(row + 1)) wanted.add(row);
  }

  const rows: HexRow[] = [];
  for (let row = 0; row < count; row++) {
    const from = row * bytesInRow;
    const last = rows.at(-1);
    if (wanted.has(row)) rows.push({ kind: "row", from });
    else if (last?.kind === "omitted") rows.splice(-1, 1, { ...last, bytes: from + bytesInRow - last.from });
    else rows.push({ kind: "omitted", from, bytes: bytesInRow });
  }
  return rows;
}
