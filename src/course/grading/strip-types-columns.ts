/**
 * swc counts columns as a terminal shows them: a tab is four wide, East Asian characters and emoji two, combining
 * marks none. The editor counts UTF-16 code units.
 *
 * `column` counts from 0, the result from 1.
 */
export function utf16Column(line: string, column: number): number {
  let shown = 0;
  let units = 0;
  for (const character of line) {
    if (shown >= column) break;
    shown += shownWidth(character);
    units += character.length;
  }
  return units + 1;
}

/** One column for each code unit, corrected for characters that are not one column wide. */
function shownWidth(character: string): number {
  if (character === "\t") return 4;
  if (/[\p{Cc}\p{Cf}\p{Mn}\p{Me}]/u.test(character)) return character.length - 1;
  return character.length + (wide.test(character) ? 1 : 0);
}

const wide =
  /(?!\p{RI})[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60]/u;
