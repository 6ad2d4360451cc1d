import { array, constant, constantFrom, integer, oneof, record, type Arbitrary } from "fast-check";
import { z } from "zod";
import { smallerNumbers } from "#course/generators/simplify.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { pathSchema, type Answer, type Path } from "./exercise-path.ts";

export type Options = { maxTtl: number; probes: number; basePort: number };
export type Case = [probe: Path, opts: Options];

/** The port that traceroute(8) begins with. */
export const firstPort = 33434;

const options = z
  .strictObject({
    maxTtl: z.int().min(1).max(30),
    probes: z.int().min(1).max(5),
    basePort: z.int().min(1024).max(65_000),
  })
  .refine(({ maxTtl, probes, basePort }) => basePort + maxTtl * probes <= 0xffff);

const caseSchema = z.tuple([pathSchema, options]);

export const isCase = (value: unknown): value is Case => caseSchema.safeParse(value).success;

export const router = (hop: number, other = 1): Answer => ({
  from: `10.0.${hop}.${other}`,
  type: 11,
  code: 0,
});
export const ending = (hop: number, code: number): Answer => ({ from: `10.0.${hop}.9`, type: 3, code });

type End = "none" | "destination" | "filter" | "refusal" | "mixed" | "loop";
type Kind = {
  readonly ends: readonly [End, ...End[]];
  /** What stands on the way beside plain routers. */
  readonly silence?: boolean;
  readonly late?: boolean;
  readonly balanced?: boolean;
};

const endings: Record<Exclude<End, "none">, (hop: number) => (Answer | null)[][]> = {
  destination: (hop) => [[ending(hop, 3)]],
  filter: () => [[null]],
  refusal: (hop) => [[ending(hop, 1)]],
  mixed: (hop) => [[ending(hop, 1), ending(hop, 3)]],
  loop: (hop) => [[router(hop)], [router(hop + 1)]],
};

const middles = ({
  silence = false,
  balanced = false,
}: Kind): Arbitrary<(hop: number) => (Answer | null)[]> =>
  oneof(
    { weight: 3, arbitrary: constant((hop: number) => [router(hop)]) },
    ...(silence
      ? [
          { weight: 1, arbitrary: constant(() => [null]) },
          { weight: 1, arbitrary: constant((hop: number) => [router(hop), null, router(hop)]) },
          { weight: 1, arbitrary: constant((hop: number) => [null, router(hop)]) },
        ]
      : []),
    ...(balanced ? [{ weight: 2, arbitrary: constant((hop: number) => [router(hop), router(hop, 2)]) }] : []),
  );

/** Networks of a kind with the options of a run. All shrink alike: toward one router and one probe. */
export const pathsOf = (kind: Kind): Arbitrary<Case> =>
  withShrinks(
    record({
      middle: array(middles(kind), { minLength: 1, maxLength: 5 }),
      end: constantFrom(...kind.ends),
      probes: integer({ min: 1, max: 3 }),
      more: integer({ min: 0, max: 3 }),
      basePort: oneof(constant(firstPort), integer({ min: 1024, max: 60_000 })),
      late:
        kind.late === true
          ? array(integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 3 })
          : constant<number[]>([]),
    })
      .map(({ middle, end, probes, more, basePort, late }): Case => {
        const way = middle.map((make, i) => make(i + 1));
        const hops = end === "none" ? way : [...way, ...endings[end](way.length + 1)];
        return [
          { hops, repeat: end === "loop" ? 2 : 1, late: late.map((n) => basePort + n) },
          // Without an end of its own, the run ends on the way.
          { maxTtl: end === "none" ? way.length : hops.length + more, probes, basePort },
        ];
      })
      .filter(isCase),
    isCase,
    simplerCases,
  );

function* simplerCases([path, opts]: Case): Iterable<Case> {
  const { hops, late, repeat } = path;
  if (late.length > 0) yield [{ ...path, late: [] }, opts];
  for (const i of hops.keys()) {
    const fewer = hops.filter((_, k) => k !== i);
    yield [
      { ...path, hops: fewer },
      { ...opts, maxTtl: Math.max(1, opts.maxTtl - 1) },
    ];
    yield [{ ...path, hops: fewer }, opts];
  }
  if (repeat > 1) yield [{ ...path, repeat: 1 }, opts];
  for (const maxTtl of [hops.length, opts.maxTtl - 1])
    if (maxTtl < opts.maxTtl) yield [path, { ...opts, maxTtl }];
  for (const probes of [1, opts.probes - 1]) if (probes < opts.probes) yield [path, { ...opts, probes }];
  if (opts.basePort !== firstPort) {
    const shift = firstPort - opts.basePort;
    yield [
      { ...path, late: late.map((port) => port + shift) },
      { ...opts, basePort: firstPort },
    ];
  }
  for (const i of late.keys()) yield [{ ...path, late: late.filter((_, k) => k !== i) }, opts];
  for (const [i, port] of late.entries()) {
    for (const smaller of smallerNumbers(Math.max(0, port - opts.basePort)))
      yield [{ ...path, late: late.with(i, opts.basePort + smaller) }, opts];
  }
  for (const [i, turns] of hops.entries()) {
    if (turns.length > 1)
      for (const k of turns.keys())
        yield [
          {
            ...path,
            hops: hops.with(
              i,
              turns.filter((_, j) => j !== k),
            ),
          },
          opts,
        ];
    for (const [k, one] of turns.entries())
      for (const simpler of simplerAnswers(one, i + 1))
        yield [{ ...path, hops: hops.with(i, turns.with(k, simpler)) }, opts];
  }
}

/** A plain router; or the same answer with a plainer address, without a time of its own. */
function simplerAnswers(one: Answer | null, hop: number): Answer[] {
  const plain = router(hop);
  if (one === null) return [plain];
  const { from, type, code } = one;
  const bare = { from, type, code };
  return [
    ...(type === 3 ? [plain] : []),
    ...("rttMs" in one ? [bare] : []),
    ...(type === 11 && from !== plain.from ? [plain] : []),
    ...(type === 3 && from !== `10.0.${hop}.9` ? [{ ...bare, from: `10.0.${hop}.9` }] : []),
  ];
}

/** For edge cases. */
export const sampleOf = (
  hops: (Answer | null)[][],
  opts: Partial<Options> = {},
  rest: Partial<Pick<Path, "repeat" | "late">> = {},
): Case => [
  { hops, repeat: 1, late: [], ...rest },
  { maxTtl: hops.length, probes: 3, basePort: firstPort, ...opts },
];
