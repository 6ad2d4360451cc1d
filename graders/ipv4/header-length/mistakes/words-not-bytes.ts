export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const headerBytes = firstByte & 15;
  if (headerBytes < 5) return null;
  return { version, headerBytes, optionBytes: headerBytes - 5 };
}
