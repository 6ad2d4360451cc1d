export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  if (size === 1) return bytes[offset];
  if (size === 2) return (bytes[offset] << 8) | bytes[offset + 1];
  return (bytes[offset] << 24) | (bytes[offset + 1] << 16) | (bytes[offset + 2] << 8) | bytes[offset + 3];
}
