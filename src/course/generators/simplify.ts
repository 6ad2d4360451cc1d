/**
 * How values become simpler. A rule knows the simplest value and, for any other value, smaller ones, boldest first;
 * "smaller" follows a measure that cannot fall for ever, so repeated steps end.
 */
export type Simplify<T> = {
  readonly simplest: T;
  /** Without `simplest` itself. */
  smaller(value: T): Iterable<T>;
  /** Where `===` is not enough. */
  same?(a: T, b: T): boolean;
};

const nothing = (): [] => [];

/** Toward the first of `values`; any other value goes to those listed before it, or by `smaller` if not listed. */
export const preferring = <T>(
  values: readonly [T, ...T[]],
  smaller: (value: T) => Iterable<T> = nothing,
): Simplify<T> => ({
  simplest: values[0],
  *smaller(value) {
    const place = values.indexOf(value);
    yield* values.slice(1, place === -1 ? undefined : place);
    if (place === -1) yield* smaller(value);
  },
});

/** Half, three quarters …, one less: a bound is found in few steps. For unsigned integers of up to 32 bits. */
export function* smallerNumbers(value: number): Iterable<number> {
  for (let gap = value >>> 1; gap > 0; gap >>>= 1) yield value - gap;
}

/** Toward 0. */
export const towardZero: Simplify<number> = preferring([0], smallerNumbers);

export const towardFalse: Simplify<boolean> = preferring([false]);

/**
 * Simpler versions of a record: everything at its simplest at once, all but one field, ever smaller groups of
 * fields, single fields, and last smaller values of each field. A fault that hangs on one field of many is bare
 * after as many tries as there are fields.
 *
 * @example
 * simplifyRecord({ ttl: 7, df: true }, { ttl: preferring([64, 1], smallerNumbers), df: towardFalse });
 * // { ttl: 64, df: false }, { ttl: 64, df: true }, { ttl: 7, df: false }, { ttl: 1, df: true }, { ttl: 4, df: true }, …
 */
export function* simplifyRecord<T extends object>(
  record: T,
  rules: { readonly [K in keyof T]: Simplify<T[K]> },
): Iterable<T> {
  const fields = (Object.keys(rules) as (keyof T)[]).filter((key) => !isSimplest(rules[key], record[key]));
  const reset = (keys: readonly (keyof T)[]): T => {
    const copy = { ...record };
    for (const key of keys) copy[key] = rules[key].simplest;
    return copy;
  };

  if (fields.length > 1) yield reset(fields);
  if (fields.length > 2) for (const kept of fields) yield reset(fields.filter((key) => key !== kept));
  for (let size = fields.length >>> 1; size > 1; size >>>= 1) {
    for (let from = 0; from < fields.length; from += size) yield reset(fields.slice(from, from + size));
  }
  for (const key of fields) yield reset([key]);
  for (const key of fields) {
    for (const value of rules[key].smaller(record[key])) yield { ...record, [key]: value };
  }
}

const isSimplest = <T>(rule: Simplify<T>, value: T): boolean =>
  rule.same === undefined ? rule.simplest === value : rule.same(rule.simplest, value);
