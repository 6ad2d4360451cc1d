export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const headerBytes = (firstByte & 0x0f) * 4;
  return { version, headerBytes, optionBytes: headerBytes - 20 };
}
