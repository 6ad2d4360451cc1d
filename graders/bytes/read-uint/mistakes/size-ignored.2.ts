export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(offset);
}
