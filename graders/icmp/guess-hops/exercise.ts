import { constantFrom, integer, oneof, tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { towardPreferred } from "#course/generators/numbers.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";

type Guess = { initial: number; hops: number };

/** A TTL as it arrives: a packet with 0 is not forwarded any more. */
const receivedTtl = z.int().min(1).max(255);

/** Where the systems of today begin: Linux and macOS, Windows, many routers. */
const initials = [64, 128, 255] as const;

const edge = (ttl: number): { name: string; args: [number] } => ({ name: `received-${ttl}`, args: [ttl] });

export default defineExercise<[receivedTtl: number], Guess>({
  number: "09.3",
  entry: "guessHops",
  level: 1,
  points: 2,
  prerequisites: ["03.3"],
  parameters: [{ name: "receivedTtl", shape: { kind: "uint", bits: 8, base: 10, field: "Time to Live" } }],
  result: { kind: "value" },
  golden: [
    { name: "three-routers", args: [61], expected: { initial: 64, hops: 3 }, source: "Linux 6.18, ping" },
    { name: "two-routers", args: [62], expected: { initial: 64, hops: 2 }, source: "Linux 6.18, ping" },
    { name: "one-router", args: [63], expected: { initial: 64, hops: 1 }, source: "Linux 6.18, ping" },
    { name: "same-link", args: [64], expected: { initial: 64, hops: 0 }, source: "Linux 6.18, ping" },
  ],
  edges: [1, 32, 65, 100, 127, 128, 129, 200, 254, 255].map(edge),
  generators: {
    ttls: tuple(
      withShrinks(
        oneof(integer({ min: 1, max: 255 }), constantFrom(1, 63, 64, 65, 127, 128, 129, 254, 255)),
        (value): value is number => receivedTtl.safeParse(value).success,
        (value) => towardPreferred(value, [64]),
      ),
    ),
  },
  reference(ttl) {
    const initial = initials.find((value) => value >= ttl) ?? 255;
    return { initial, hops: initial - ttl };
  },
  accepts: (args) => z.tuple([receivedTtl]).safeParse(args).success,
});
