import { fromHex } from "#net/bytes/hex.ts";
import type { Result } from "#net/bytes/result.ts";

/** The bytes of a hexadecimal text that a test spells out. */
export function bytes(hex: string): Uint8Array {
  const result = fromHex(hex);
  if (result === null) throw new Error(`not hex: ${hex}`);
  return result;
}

/** The value of a result that must be there. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} at byte ${result.error.offset}`);
  return result.value;
}
