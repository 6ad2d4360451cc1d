export function guessHops(receivedTtl: number): { initial: number; hops: number } {
  const initial = receivedTtl <= 64 ? 64 : receivedTtl <= 128 ? 128 : 255;
  return { initial, hops: Math.max(0, initial - receivedTtl - 1) };
}
