/**
 * Mends what Markdown cannot say: the empty corner of a table is no header, and a code block that may scroll can be
 * reached with the keyboard.
 */
export const mendMarkdown = (html: string): string =>
  html.replaceAll("<th></th>", "<td></td>").replaceAll("<pre>", '<pre tabindex="0">');
