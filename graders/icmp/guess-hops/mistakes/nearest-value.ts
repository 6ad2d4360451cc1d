export function guessHops(receivedTtl: number): { initial: number; hops: number } {
  let initial = 64;
  for (const value of [128, 255]) {
    if (Math.abs(value - receivedTtl) < Math.abs(initial - receivedTtl)) initial = value;
  }
  return { initial, hops: initial - receivedTtl };
}
