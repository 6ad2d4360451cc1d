import { escaped } from "./escape.ts";

/** A piece of a page: text that is markup already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = string | number | Html | null | readonly Content[];

/**
 * A template whose values are escaped, unless they are `Html` themselves; null is nothing, a list its members. Pages
 * are written as XML too (`<br/>`, every attribute with a value), so that a strict parser can check them.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(
    parts.map((part, i) => dense(part) + (i < values.length ? markup(values[i] ?? null) : "")).join(""),
  );

function markup(value: Content): string {
  if (value === null) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return value.map(markup).join("");
}

/** A sentence with `code` between backquotes, set as the site sets it: apostrophes between letters are curly. */
export const inline = (text: string): Html =>
  new Html(
    text
      .split("`")
      .map((part, at) => (at % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(curly(part))))
      .join(""),
  );

const curly = (text: string): string => text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");

/** The template's own text: indentation is for whoever reads the source, spaces before signs are set as French. */
const dense = (part: string): string =>
  part
    .replace(/\n\s*/g, "\n")
    .replace(/\s(?=[;:!?»])/g, "\u202f")
    .replace(/«\s/g, "«\u202f");
