export function guessHops(receivedTtl: number): { initial: number; hops: number } {
  // La plus petite valeur de départ courante d'où ce TTL a pu descendre.
  const initial = receivedTtl <= 64 ? 64 : receivedTtl <= 128 ? 128 : 255;
  // Chaque routeur a ôté 1 ; la destination n'ôte rien.
  return { initial, hops: initial - receivedTtl };
}
