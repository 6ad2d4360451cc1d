export function headerLength(firstByte: number) {
  const version = firstByte % 16;
  const headerBytes = Math.floor(firstByte / 16) * 4;
  const optionBytes = headerBytes - 20;
  return { version, headerBytes, optionBytes };
}
