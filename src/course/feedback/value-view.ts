import { fromHex } from "../../net/bytes/hex.ts";
import type { EncodedValue } from "../exercise/value.ts";
import { layoutName, type ShapeFacts } from "./facts.ts";
import type { ValueStrings } from "./strings.ts";
import { partsText, valueParts } from "./value-table.ts";
import { valueText } from "./value-text.ts";
import type { ValueView } from "./view.ts";

/** A value with its label; the text is always there, bytes where there is one message to draw, parts for tables. */
export function valueView(
  label: string,
  value: EncodedValue,
  shape: ShapeFacts,
  strings: ValueStrings,
): ValueView {
  const bytes = message(value, shape);
  const parts = valueParts(value, shape, (inside) => valueText(inside, { kind: "value" }, strings), strings);
  return {
    label,
    text: parts === null ? valueText(value, shape, strings) : partsText(parts),
    ...(bytes === null ? {} : { bytes }),
    ...(parts === null ? {} : { parts }),
  };
}

/** The byte string that the value is, or the one in it that the shape gives a layout to. */
function message(value: EncodedValue, shape: ShapeFacts): NonNullable<ValueView["bytes"]> | null {
  const hex = hexOf(value);
  if (hex !== null) return { hex, layout: shape.kind === "bytes" ? layoutName(shape.layout) : null };
  if (shape.kind !== "value") return null;
  for (const [path, layout] of Object.entries(shape.layouts ?? {})) {
    const inside = hexOf(at(value, path));
    if (inside !== null) return { hex: inside, layout: layoutName(layout) };
  }
  return null;
}

/** The hex of an encoded byte string; null for anything else. */
export function hexOf(value: EncodedValue | undefined): string | null {
  if (typeof value !== "object" || value === null || !("$bytes" in value)) return null;
  const hex = value["$bytes"];
  return typeof hex === "string" && fromHex(hex) !== null ? hex : null;
}

/** What stands at a path such as `.packet` or `.list[2].data`; undefined where there is nothing. */
export function at(value: EncodedValue | undefined, path: string): EncodedValue | undefined {
  let found = value;
  for (const [, key, index] of path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Readonly<Record<string, EncodedValue>>)[key ?? index ?? ""];
  }
  return found;
}
