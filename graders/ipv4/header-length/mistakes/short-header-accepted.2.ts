export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const ihl = firstByte & 0x0f;
  const headerBytes = ihl * 4;
  let optionBytes = 0;
  if (ihl > 5) optionBytes = headerBytes - 20;
  return { version, headerBytes, optionBytes };
}
