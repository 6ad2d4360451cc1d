export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  if (offset < 0 || offset + size > bytes.length) {
    throw new RangeError("trop loin");
  }
  return bytes[offset] * 256 + bytes[offset + 1];
}
