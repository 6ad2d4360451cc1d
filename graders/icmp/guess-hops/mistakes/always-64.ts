export function guessHops(receivedTtl: number): { initial: number; hops: number } {
  const initial = 64;
  return { initial, hops: initial - receivedTtl };
}
