export function headerLength(firstByte: number) {
  const text = String(firstByte);
  const version = Number(text[0]);
  const ihl = Number(text[1]);
  if (ihl < 5) return null;
  const headerBytes = ihl * 4;
  return { version, headerBytes, optionBytes: headerBytes - 20 };
}
