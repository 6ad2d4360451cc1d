export function headerLength(firstByte: number) {
  const hex = firstByte.toString(16);
  const version = parseInt(hex[0], 16);
  const ihl = parseInt(hex[1], 16);
  if (ihl < 5) return null;
  const headerBytes = ihl * 4;
  return { version, headerBytes, optionBytes: headerBytes - 20 };
}
