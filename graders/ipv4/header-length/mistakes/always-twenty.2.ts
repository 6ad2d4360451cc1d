export function headerLength(firstByte: number) {
  // un en-tête IPv4 fait 20 octets
  return { version: firstByte >> 4, headerBytes: 20, optionBytes: 0 };
}
