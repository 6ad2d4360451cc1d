/** Of these numbers of activities the one that stands nearest to a mistyped one: chapter first, then place in it. */
export function nearestNumber(wrong: string, known: readonly string[]): string | null {
  const [chapter, place] = parts(wrong);
  const distance = (number: string): number => {
    const [ownChapter, ownPlace] = parts(number);
    return Math.abs(ownChapter - chapter) * 1000 + Math.abs(ownPlace - place);
  };
  const [nearest = null] = known.toSorted((a, b) => distance(a) - distance(b));
  return nearest;
}

/** `03.4 bis` is chapter 3, place 4.1. */
function parts(number: string): readonly [number, number] {
  const [, chapter = "0", place = "0", rest = ""] = /^(\d+)[.,](\d+)(.*)$/.exec(number.trim()) ?? [];
  const after = rest.includes("ter") ? 0.2 : rest.includes("bis") ? 0.1 : 0;
  return [Number(chapter), Number(place) + after];
}
