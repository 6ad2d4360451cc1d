export function headerLength(firstByte: number) {
  const version = firstByte >> 4;
  const headerBytes = firstByte & 15;
  if (headerBytes < 5) return null;
  // pas d'options tant que l'en-tête ne dépasse pas 20
  return { version, headerBytes, optionBytes: Math.max(0, headerBytes - 20) };
}
