import { fromHex } from "#net/bytes/hex.ts";
import { french, frenchNumber } from "#course/feedback/fr/typography.ts";
import type { EncodedValue } from "#course/exercise/value.ts";
import type { ShapeFacts } from "./facts.ts";

/** A value typed by hand: the value, or why it cannot be read. */
export type Typed =
  { readonly ok: true; readonly value: EncodedValue } | { readonly ok: false; readonly why: string };

/** The text to edit for a value: `4500 0014`, `0x11e7`, `{"bytes":"hex:4500"}`. `parseInput` reads it back. */
export function formatInput(value: EncodedValue, shape: ShapeFacts): string {
  if (shape.kind === "bytes") {
    const hex = bytesOf(value);
    if (hex !== null) return (hex.match(/.{1,4}/g) ?? []).join(" ");
  }
  if (shape.kind === "uint" && typeof value === "number" && shape.base === 16)
    return `0x${value.toString(16).padStart(shape.bits / 4, "0")}`;
  return jsonText(withHexText(value), "");
}

const lineWidth = 100;

/** JSON whose lists and objects take a line for each item when they do not fit on one: a row of a table, a line. */
function jsonText(value: EncodedValue, indent: string): string {
  const line = JSON.stringify(value);
  if (typeof value !== "object" || value === null || indent.length + line.length <= lineWidth) return line;
  const inner = `${indent}  `;
  const [open, close, items] = isList(value)
    ? ["[", "]", value.map((item) => jsonText(item, inner))]
    : [
        "{",
        "}",
        Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, inner)}`),
      ];
  return `${open}\n${items.map((item) => inner + item).join(",\n")}\n${indent}${close}`;
}

export function parseInput(text: string, shape: ShapeFacts): Typed {
  switch (shape.kind) {
    case "bytes":
      return parseBytes(text);
    case "uint":
      return parseUint(text.trim(), shape.bits);
    case "value":
      return parseJson(text);
  }
}

function parseBytes(text: string): Typed {
  const hex = text.replace(/0x|[\s,:]/gi, "").toLowerCase();
  const strange = /[^0-9a-f]/.exec(hex);
  if (strange !== null) return no(french`« ${strange[0]} » n’est pas un chiffre hexadécimal.`);
  if (hex.length % 2 === 1)
    return no(french`${frenchNumber(hex.length)} chiffres : il en manque un, un octet en a deux.`);
  return { ok: true, value: { $bytes: hex } };
}

function parseUint(text: string, bits: number): Typed {
  if (!/^(\d+|0x[0-9a-f]+)$/i.test(text)) return no(french`Écrivez un entier : 4583 ou 0x11e7.`);
  const value = Number(text);
  const most = 2 ** bits - 1;
  return value > most
    ? no(french`${text} ne tient pas sur ${bits} bits : de 0 à ${frenchNumber(most)}.`)
    : { ok: true, value };
}

function parseJson(text: string): Typed {
  let json: EncodedValue;
  try {
    // Whatever JSON gives is an encoded value; what it stands for is judged by the exercise.
    json = JSON.parse(text) as EncodedValue;
  } catch {
    return no(french`Ce n’est pas du JSON. Les textes et les noms de champs prennent des guillemets droits.`);
  }
  const bad = badHex(json);
  return bad === null
    ? { ok: true, value: fromHexText(json) }
    : no(french`« ${bad} » ne donne pas d’octets entiers.`);
}

const no = (why: string): Typed => ({ ok: false, why });

const mark = "hex:";
const hexIn = (text: string): string => text.slice(mark.length).replace(/\s/g, "").toLowerCase();

function bytesOf(value: EncodedValue): string | null {
  if (typeof value !== "object" || value === null || !("$bytes" in value)) return null;
  const hex = value["$bytes"];
  return typeof hex === "string" ? hex : null;
}

const withHexText = (value: EncodedValue): EncodedValue => {
  const hex = bytesOf(value);
  return hex === null ? inside(value, withHexText) : mark + hex;
};

const fromHexText = (value: EncodedValue): EncodedValue =>
  typeof value === "string" && value.startsWith(mark) ? { $bytes: hexIn(value) } : inside(value, fromHexText);

function badHex(value: EncodedValue): string | null {
  if (typeof value === "string")
    return value.startsWith(mark) && fromHex(hexIn(value)) === null ? value : null;
  if (typeof value !== "object" || value === null) return null;
  return (
    Object.values(value)
      .map(badHex)
      .find((bad) => bad !== null) ?? null
  );
}

function inside(value: EncodedValue, change: (value: EncodedValue) => EncodedValue): EncodedValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(change);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
}

const isList = (value: EncodedValue): value is readonly EncodedValue[] => Array.isArray(value);
