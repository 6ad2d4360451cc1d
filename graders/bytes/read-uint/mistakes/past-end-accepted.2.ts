export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  let value = 0;
  for (let i = 0; i < size; i++) {
    value = ((value << 8) | bytes[offset + i]) >>> 0;
  }
  return value;
}
