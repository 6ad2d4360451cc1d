import { encodeValue } from "../exercise/value.ts";

/** Whether two argument lists hold the same: bytes, numbers, keys and their order. */
export const sameContents = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || JSON.stringify(encodeValue(a)) === JSON.stringify(encodeValue(b));
