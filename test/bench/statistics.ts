/** The middle of a sample and the range of its middle half. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number };

/** Quartiles by linear interpolation between the ordered samples. */
export function spreadOf(samples: readonly number[]): Spread {
  const ordered = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (ordered.length - 1);
    const below = ordered[Math.floor(place)] ?? NaN;
    const above = ordered[Math.ceil(place)] ?? NaN;
    return below + (above - below) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** `21.6 (20.1–24.0)`, with three significant digits. */
export function writeSpread({ median, low, high }: Spread, unit: string): string {
  return `${write(median)}${unit} (${write(low)}–${write(high)})`;
}

export const write = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);
