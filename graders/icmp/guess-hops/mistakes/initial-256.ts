export function guessHops(receivedTtl: number): { initial: number; hops: number } {
  const initial = [64, 128, 256].find((value) => value >= receivedTtl)!;
  return { initial, hops: initial - receivedTtl };
}
