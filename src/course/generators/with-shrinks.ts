import { Arbitrary, stream, Value, type Random, type Stream } from "fast-check";

/**
 * An arbitrary that generates like `source` and shrinks by `simpler`, from the value alone. fast-check's own
 * shrinking remembers how a value was generated; grading also shrinks golden and edge cases, which nobody generated.
 *
 * `isValid` is the domain: whatever `simpler` proposes outside of it is skipped. `simpler` gives the boldest steps
 * first, and each of its values must be simpler by some measure, or shrinking would not end.
 *
 * @example
 * const even = withShrinks(
 *   integer({ min: 0, max: 100 }).map((n) => 2 * n),
 *   (value): value is number => Number.isInteger(value),
 *   (n) => [0, 2 * Math.floor(n / 4), n - 2].filter((m) => m >= 0 && m < n),
 * );
 */
export const withShrinks = <T>(
  source: Arbitrary<T>,
  isValid: (value: unknown) => value is T,
  simpler: (value: T) => Iterable<T>,
): Arbitrary<T> => new ShrinkingArbitrary(source, isValid, simpler);

class ShrinkingArbitrary<T> extends Arbitrary<T> {
  private readonly source: Arbitrary<T>;
  private readonly isValid: (value: unknown) => value is T;
  private readonly simpler: (value: T) => Iterable<T>;

  constructor(
    source: Arbitrary<T>,
    isValid: (value: unknown) => value is T,
    simpler: (value: T) => Iterable<T>,
  ) {
    super();
    this.source = source;
    this.isValid = isValid;
    this.simpler = simpler;
  }

  override generate(random: Random, biasFactor: number | undefined): Value<T> {
    return new Value(this.source.generate(random, biasFactor).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.isValid(value);
  }

  override shrink(value: T): Stream<Value<T>> {
    return stream(this.steps(value));
  }

  private *steps(value: T): IterableIterator<Value<T>> {
    for (const step of this.simpler(value)) if (this.isValid(step)) yield new Value(step, undefined);
  }
}
