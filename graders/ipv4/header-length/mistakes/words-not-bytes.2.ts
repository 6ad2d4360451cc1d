export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const headerBytes = firstByte & 15;
  if (headerBytes < 5) return null;
  const optionBytes = headerBytes - 20;
  return { version, headerBytes, optionBytes };
}
