/**
 * Whether two pieces of host data hold the same, to the last bit and in the same order: what an argument is compared
 * with after a call. A Foreign equals nothing.
 */
export function sameContents(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return sameItems(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return sameKeys(a, b) && sameItems(a, b);
  if (a instanceof Map && b instanceof Map) return sameItems([...a].flat(1), [...b].flat(1));
  if (a instanceof Set && b instanceof Set) return sameItems([...a], [...b]);
  return sameKeys(a, b) && sameItems(Object.values(a), Object.values(b));
}

function sameItems(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameContents(a[i], b[i])) return false;
  return true;
}

/** For arrays: the same holes. */
const sameKeys = (a: object, b: object): boolean => sameItems(Object.keys(a), Object.keys(b));
