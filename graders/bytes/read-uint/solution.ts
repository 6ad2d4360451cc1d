export function readUint(bytes: Bytes, offset: number, size: 1 | 2 | 4): number {
  if (offset < 0 || offset + size > bytes.length) {
    throw new RangeError("lecture en dehors des octets");
  }
  let value = 0;
  for (let i = offset; i < offset + size; i++) {
    value = value * 256 + bytes[i]; // un octet pèse 256 fois le suivant
  }
  return value;
}
