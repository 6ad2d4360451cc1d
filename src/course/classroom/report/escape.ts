const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text for the content or a quoted attribute of XML and HTML. What XML cannot hold at all (XML 1.0 §2.2: control
 * characters, half a surrogate pair, U+FFFE and U+FFFF) becomes U+FFFD; so do the direction overrides with which a name
 * could rearrange a line.
 */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      "\uFFFD",
    )
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
