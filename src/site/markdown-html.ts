import { frenchSpaces } from "#course/feedback/fr/typography.ts";

/**
 * Mends what Markdown cannot say: the empty corner of a table is no header, a code block that may scroll can be
 * reached with the keyboard, long code is marked as such, and prose has French spaces.
 */
export const mendMarkdown = (html: string): string =>
  typesetHtml(html)
    .replaceAll("<th></th>", "<td></td>")
    .replaceAll("<pre>", '<pre tabindex="0">')
    .replaceAll(longCode, '<code class="long">$1');

/** Code with more characters than this between two spaces: in a narrow table it may break anywhere, shorter may not. */
const longCode = /<code>([^<]*[^\s<]{16})/g;

/** What is no prose, as one piece: packet diagrams, code, data; tags with their attributes; character references. */
const pieces = new RegExp(
  [
    '<figure class="packet[\\s\\S]*?</figure>',
    "<(pre|code|script|style|textarea)\\b[\\s\\S]*?</\\1>",
    "<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>",
    "&[#\\w]+;",
    "[^<&]+",
  ].join("|"),
  "g",
);

/** French spaces in the text of rendered HTML, and nowhere else. Applying it twice changes nothing. */
export const typesetHtml = (html: string): string =>
  html.replace(pieces, (piece) => (/^[<&]/.test(piece) ? piece : frenchSpaces(piece)));
