/**
 * Devine, d'après le TTL d'un paquet reçu, celui de son départ et le nombre de
 * routeurs traversés.
 */
export function guessHops(receivedTtl: number): {
  initial: number;
  hops: number;
} {
  // À vous : les systèmes partent de 64, de 128 ou de 255.
  return { initial: 64, hops: 0 };
}
