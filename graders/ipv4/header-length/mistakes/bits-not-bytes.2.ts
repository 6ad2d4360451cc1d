export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const ihl = firstByte & 15;
  if (ihl < 5) return null;
  const headerBytes = ihl * 32;
  return { version, headerBytes, optionBytes: headerBytes - 20 };
}
