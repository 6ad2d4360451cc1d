export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const ihl = firstByte & 0x0f;
  if (ihl === 0) return null;
  return { version, headerBytes: ihl * 4, optionBytes: ihl * 4 - 20 };
}
