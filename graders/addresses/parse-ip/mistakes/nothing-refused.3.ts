export function parseIp(text: string): number | null {
  const [a, b, c, d] = text.split(".").map(Number);
  return a * 256 ** 3 + b * 256 ** 2 + c * 256 + d;
}
