export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const ihl = firstByte & 0x0f;
  if (version !== 4 || ihl < 5) return null;
  const headerBytes = ihl * 4;
  return { version, headerBytes, optionBytes: headerBytes - 20 };
}
