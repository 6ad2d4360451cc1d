export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  if (offset < 0 || offset + size > bytes.length) {
    throw new RangeError("trop loin");
  }
  let value = 0;
  for (let i = 0; i < size; i++) {
    value = value * 10 + bytes[offset + i];
  }
  return value;
}
