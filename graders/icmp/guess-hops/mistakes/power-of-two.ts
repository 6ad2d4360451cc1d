export function guessHops(receivedTtl: number): { initial: number; hops: number } {
  let initial = 1;
  while (initial < receivedTtl) initial *= 2;
  return { initial, hops: initial - receivedTtl };
}
