/**
 * Equality of contents, as the statements promise it: bytes by value, objects by their own keys in any order, a
 * key that is undefined like a missing one, 0 like −0, NaN like itself.
 */
export function equalValues(a: unknown, b: unknown): boolean {
  if (a === b || (a !== a && b !== b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return equalBytes(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return equalLists(a, b);
  if (a instanceof Map && b instanceof Map) return equalLists([...a], [...b]);
  if (a instanceof Set && b instanceof Set) return equalLists([...a], [...b]);
  if (a instanceof Error && b instanceof Error) return a.name === b.name;
  return equalMembers(a, b);
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function equalLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => equalValues(item, b[i]));
}

function equalMembers(a: object, b: object): boolean {
  const left = members(a);
  const right = members(b);
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && equalValues(value, right.get(key)))
  );
}

/** Own enumerable members that are not undefined. */
export const members = (value: object): Map<string, unknown> =>
  new Map(Object.entries(value).filter(([, member]) => member !== undefined));
