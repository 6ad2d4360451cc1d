/**
 * Simpler lists, boldest first: each half, then without one item, then with one item made simpler. The number of items
 * falls, or else one of them gets simpler, so repeated steps end.
 */
export function* simplerLists<T>(
  list: readonly T[],
  simplerItems: (item: T) => Iterable<T> = () => [],
): Iterable<T[]> {
  const half = list.length >>> 1;
  if (half > 1) {
    yield list.slice(0, half);
    yield list.slice(half);
  }
  for (const i of list.keys()) yield list.toSpliced(i, 1);
  for (const [i, item] of list.entries()) {
    for (const simpler of simplerItems(item)) yield list.with(i, simpler);
  }
}
