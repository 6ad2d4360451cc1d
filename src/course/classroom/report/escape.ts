const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * What XML cannot hold at all (XML 1.0 §2.2: control characters, U+FFFE and U+FFFF), and the direction overrides with
 * which a name could rearrange a line.
 */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** The text with U+FFFD for each sign that no table or page can show, and for half a surrogate pair. */
export const printable = (text: string): string => text.toWellFormed().replace(unprintable, "\uFFFD");

/** Text for the content or a quoted attribute of XML and HTML. */
export const escaped = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
