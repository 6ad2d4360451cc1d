export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  if (offset < 0 || offset + size > bytes.length) {
    throw new RangeError("trop loin");
  }
  if (size === 1) return bytes[offset];
  if (size === 2) return (bytes[offset + 1] << 8) | bytes[offset];
  return (bytes[offset + 3] << 24) | (bytes[offset + 2] << 16) | (bytes[offset + 1] << 8) | bytes[offset];
}
