export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const ihl = firstByte & 0x0f;
  if (ihl < 5) return null;
  return { version, headerBytes: 20, optionBytes: 0 };
}
