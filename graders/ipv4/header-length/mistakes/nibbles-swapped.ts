export function headerLength(firstByte: number) {
  const version = firstByte & 0x0f;
  const ihl = firstByte >> 4;
  if (ihl < 5) return null;
  const headerBytes = ihl * 4;
  return { version, headerBytes, optionBytes: headerBytes - 20 };
}
