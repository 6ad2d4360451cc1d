import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field } from "#net/bytes/layout.ts";
import { arrange, type Columns, type Piece } from "../../../../src/site/packet/geometry.ts";

const field = (bit: number, bits: number, value?: string): Field => ({
  name: `at ${bit}`,
  group: "data",
  bit,
  bits,
  rfc: "",
  ...(value === undefined ? {} : { value }),
});
const pieces = (fields: Field[], columns: Columns): Piece[] =>
  arrange(fields, columns).filter((item) => item.kind === "piece");
const gutters = (fields: Field[], columns: Columns): (number | null)[] =>
  arrange(fields, columns).flatMap((item) => (item.kind === "gutter" ? [item.byte] : []));

describe("arrange", () => {
  it("keeps a field inside a row in one piece that carries the label", () => {
    expect(pieces([field(0, 4, "4"), field(4, 4, "5")], 32)).toEqual([
      { kind: "piece", field: 0, column: 0, width: 4, rows: 1, label: true, torn: false },
      { kind: "piece", field: 1, column: 4, width: 4, rows: 1, label: true, torn: false },
    ]);
  });

  it("draws whole rows as one block, as tall as they are", () => {
    const [piece] = pieces([field(0, 64, "x")], 32);
    expect(piece).toMatchObject({ column: 0, width: 32, rows: 2, label: true });
    expect(gutters([field(0, 64, "x")], 32)).toEqual([0, 4]);
  });

  it("cuts a field that crosses a row, and labels its largest piece", () => {
    const [, first, second] = pieces([field(0, 24, "a"), field(24, 32, "10.0.0.1")], 32);
    expect(first).toMatchObject({ field: 1, column: 24, width: 8, label: false });
    expect(second).toMatchObject({ field: 1, column: 0, width: 24, label: true });
  });

  it("shortens plain bytes, tears their edge, and shows that rows are missing", () => {
    const [header, payload] = pieces([field(0, 32, "h"), field(32, 320)], 32);
    expect(header).toMatchObject({ torn: false });
    expect(payload).toMatchObject({ rows: 2, torn: true });
    expect(gutters([field(0, 32, "h"), field(32, 320)], 32)).toEqual([0, 4, null]);
  });

  it("covers every bit of fields with a value once, in order, whatever their widths", () => {
    const widths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(widths, fc.constantFrom<Columns>(16, 32), (all, columns) => {
        let bit = 0;
        const fields = all.map((bits) => field((bit += bits) - bits, bits, "v"));
        let drawn = 0;
        for (const { column, width, rows, field: index } of pieces(fields, columns)) {
          expect(column).toBe(drawn % columns);
          expect(column + width).toBeLessThanOrEqual(columns);
          expect(fields[index]?.bit).toBeLessThanOrEqual(drawn);
          drawn += width * rows;
        }
        expect(drawn).toBe(bit);
      }),
    );
  });

  it("labels each field exactly once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 1, max: 600 }), (bit, bits) => {
        expect(pieces([field(bit, bits)], 16).filter(({ label }) => label)).toHaveLength(1);
      }),
    );
  });
});
