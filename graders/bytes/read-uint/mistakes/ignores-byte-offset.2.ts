export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  const view = new DataView(bytes.buffer);
  if (size === 1) return view.getUint8(offset);
  if (size === 2) return view.getUint16(offset);
  return view.getUint32(offset);
}
