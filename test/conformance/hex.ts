import { fromHex } from "#net/bytes/hex.ts";

/** The bytes of a vector; a vector that is not hexadecimal is a fault of the file. */
export function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === null) throw new Error(`not hexadecimal: ${hex.slice(0, 40)}`);
  return bytes;
}
