export function guessHops(receivedTtl: number): { initial: number; hops: number } {
  const initial = [32, 64, 128, 255].find((value) => value >= receivedTtl)!;
  return { initial, hops: initial - receivedTtl };
}
