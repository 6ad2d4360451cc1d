import { integer, noBias, type Arbitrary } from "fast-check";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Choices, one after the other, from one source of randomness. */
export type Draw = {
  /** An integer from 0 to `count` − 1. */
  below(count: number): number;
  oneOf<T>(list: readonly [T, ...T[]]): T;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
};

/**
 * An arbitrary for values whose parts depend on one another (an address on one of the links drawn before), built step by
 * step. It does not shrink: give it to `withShrinks`.
 *
 * @example
 * built((draw) => ({ prefix: draw.oneOf([24, 31]), host: draw.below(100) }));
 */
export const built = <T>(build: (draw: Draw) => T): Arbitrary<T> =>
  noBias(integer({ min: -0x8000_0000, max: 0x7fff_ffff })).map((seed) => build(drawFrom(seed)));

function drawFrom(seed: number): Draw {
  const random = xoroshiro128plus(seed);
  const below = (count: number): number => uniformInt(random, 0, count - 1);
  return {
    below,
    oneOf: (list) => list[below(list.length)] ?? list[0],
    chance: (percent) => below(100) < percent,
  };
}
