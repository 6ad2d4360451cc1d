export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  if (offset < 0 || offset + size > bytes.length) {
    throw new Error("trop loin");
  }
  let value = 0;
  for (let i = 0; i < size; i++) {
    value = value * 256 + bytes[offset + i];
  }
  return value;
}
