export function headerLength(firstByte: number) {
  const ihl = firstByte & 0x0f;
  if (ihl < 5) return null;
  return { version: 4, headerBytes: ihl * 4, optionBytes: ihl * 4 - 20 };
}
