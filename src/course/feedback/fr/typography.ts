const space = "\u202f";

/**
 * French spacing: a narrow no-break space before ; : ! ? » and after «. Text between backquotes is code and stays;
 * a colon inside a word (`2001:db8::1`, `http://…`) stays too. Applying it twice changes nothing.
 */
export function frenchSpaces(text: string): string {
  return text.replace(places, (match, code?: string) => {
    if (code !== undefined) return code;
    return match.startsWith("«") ? `«${space}` : space;
  });
}

/** Code; after «; spaces that stand before a sign; where a sign has none: before », before a run of the others. */
const places = new RegExp(
  [
    "(`[^`]*`)",
    "«[ \\u00a0\\u202f]*",
    "[ \\u00a0\\u202f]+(?=[;!?»]|:(?!:))",
    "(?<=[^\\s«])(?=»)",
    "(?<=[^\\s«;:!?])(?=(?:[;!?]|:(?!:))+(?:\\s|$|[»)]))",
  ].join("|"),
  "gu",
);

/** A number in prose: decimal comma, narrow no-break space between thousands, at most `decimals` digits after it. */
export function frenchNumber(value: number, decimals = 2): string {
  const [whole = "", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
  const rest = fraction.replace(/0+$/, "");
  const sign = value < 0 ? "−" : "";
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, space) + (rest === "" ? "" : `,${rest}`);
}

/** « 1 cas », « 2 mots »: French has the singular up to 1. */
export const count = (value: number, one: string, many: string): string =>
  `${frenchNumber(value)} ${Math.abs(value) < 2 ? one : many}`;

/** A template whose own text gets French spacing; what is inserted stays as it is (a learner's text, a value). */
export function french(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const own = frenchSpaces(parts.join(hole)).split(hole);
  return own.map((part, i) => part + (i < values.length ? String(values[i]) : "")).join("");
}

/** A private-use character, which no sentence has. */
const hole = "\ue000";
