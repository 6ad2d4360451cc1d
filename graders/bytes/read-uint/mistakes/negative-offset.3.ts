export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  if (offset + size > bytes.length) {
    throw new RangeError("trop loin");
  }
  const view = new DataView(bytes.buffer);
  const start = bytes.byteOffset + offset;
  if (size === 1) return view.getUint8(start);
  if (size === 2) return view.getUint16(start);
  return view.getUint32(start);
}
