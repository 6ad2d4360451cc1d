/** What systems leave behind in folders and zips: no teacher wants to hear of it. */
export const isJunk = (path: string): boolean =>
  path.split("/").some((part) => part === "__MACOSX" || part.startsWith(".")) ||
  /(^|\/)(Thumbs\.db|desktop\.ini)$/i.test(path);

export const isZip = (path: string): boolean => /\.zip$/i.test(path);

/** Whether a name may be that of a hand-in: browsers and mail programs add ` (1)` or `.txt` to it. */
export const mayBeHandIn = (path: string): boolean => /\.json(\.txt)?$|\.prip[^/]*$/i.test(path);

/** By code unit, the same on every machine. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a file says of itself, short enough for a table: a file made by hand may say megabytes. */
export const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
