export function formatIPv6(bytes: Bytes): string {
  const groups: number[] = [];
  for (let i = 0; i < 8; i++) groups.push(bytes[2 * i] * 256 + bytes[2 * i + 1]);
  const text = groups.map((group) => group.toString(16));

  // Les longueurs d'abord, de la plus grande à la plus petite ; puis les places, de gauche à droite.
  for (let length = 8; length >= 2; length--) {
    for (let start = 0; start + length <= 8; start++) {
      const run = groups.slice(start, start + length);
      if (run.every((group) => group === 0)) {
        return text.slice(0, start).join(":") + "::" + text.slice(start + length).join(":");
      }
    }
  }
  return text.join(":");
}
