/** A stretch of a chapter's rendered text: HTML of the text or of one wide element, then the notes that follow it. */
export type Stretch = { readonly html: string; readonly wide: boolean; readonly notes: readonly string[] };

/** Exercises and activities, with the notes inside them, come first, so that only notes of the chapter itself are found. */
const parts =
  /(?<exercise><prip-(?:exercise|activity)[\s\S]*?<\/prip-(?:exercise|activity)>)|(?<packet><figure class="(?:packet|network)[\s\S]*?<\/figure>)|(?<note><aside class="note[\s\S]*?<\/aside>)/g;

/**
 * Cuts a chapter so that notes can stand beside the text they follow: a stretch ends after its notes, and before and
 * after each exercise and packet diagram, which take the whole width. Put together again, nothing is lost.
 */
export function stretches(html: string): Stretch[] {
  const found: Stretch[] = [];
  const add = (text: string, wide: boolean): void => {
    if (text.trim() !== "") found.push({ html: text, wide, notes: [] });
  };
  let end = 0;
  for (const match of html.matchAll(parts)) {
    add(html.slice(end, match.index), false);
    end = match.index + match[0].length;
    const last = found.at(-1);
    if (match.groups?.["note"] === undefined) add(match[0], true);
    else if (last === undefined) found.push({ html: "", wide: false, notes: [match[0]] });
    else found.splice(-1, 1, { ...last, notes: [...last.notes, match[0]] });
  }
  add(html.slice(end), false);
  return found;
}
