export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size === 1) return view.getInt8(offset);
  if (size === 2) return view.getInt16(offset);
  return view.getInt32(offset);
}
