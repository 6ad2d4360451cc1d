import { constantFrom, integer, nat, oneof, option, tuple, type Arbitrary } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { preferring, simplifyRecord, smallerNumbers } from "#course/generators/simplify.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { infiniteLease, leasePhase, leaseTimers, type DhcpLease } from "#net/stack/dhcp-lease.ts";

type Phase = {
  phase: "BOUND" | "RENEWING" | "REBINDING" | "EXPIRED";
  to: "unicast" | "broadcast" | null;
};
type Args = [lease: DhcpLease, elapsed: number];

const seconds = z.int().min(1).max(infiniteLease);
const lease = z.strictObject({ seconds, t1: seconds.optional(), t2: seconds.optional() });
const domain = z.tuple([lease, z.int().min(0).max(infiniteLease)]);
const isArgs = (value: unknown): value is Args => domain.safeParse(value).success;

const edge = (name: string, lease: DhcpLease, elapsed: number) => ({ name, args: [lease, elapsed] as Args });
const golden = (name: string, lease: DhcpLease, elapsed: number, expected: Phase, source: string) => ({
  name,
  args: [lease, elapsed] as Args,
  expected,
  source,
});

const bound: Phase = { phase: "BOUND", to: null };
const renewing: Phase = { phase: "RENEWING", to: "unicast" };
const rebinding: Phase = { phase: "REBINDING", to: "broadcast" };
const day = { seconds: 86_400 };
/** As dnsmasq 2.90 sends it in options 51, 58 and 59. */
const dnsmasq = { seconds: 3600, t1: 1800, t2: 3150 };

const lengths = oneof(
  constantFrom(1, 2, 7, 60, 3600, 86_400, infiniteLease - 1),
  integer({ min: 1, max: 100_000 }),
  constantFrom(infiniteLease),
);

export default defineExercise<Args, Phase>({
  number: "06.3",
  entry: "dhcpPhase",
  level: 2,
  points: 4,
  prerequisites: [],
  parameters: [
    { name: "lease", shape: { kind: "value" } },
    { name: "elapsed", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    golden("just-received", day, 0, bound, "RFC 2131 §4.4.5"),
    golden("half", day, 43_200, renewing, "RFC 2131 §4.4.5"),
    golden("seven-eighths", day, 75_600, rebinding, "RFC 2131 §4.4.5"),
    golden("over", day, 86_400, { phase: "EXPIRED", to: null }, "RFC 2131 §4.4.5"),
    golden("dnsmasq-t1", dnsmasq, 1800, renewing, "dnsmasq 2.90 (T1 1800), RFC 2131 §4.4.5"),
    golden("dnsmasq-t2", dnsmasq, 3150, rebinding, "dnsmasq 2.90 (T2 3150), RFC 2131 §4.4.5"),
    golden("infinite", { seconds: infiniteLease }, 4_000_000_000, bound, "RFC 2131 §3.3"),
  ],
  edges: [
    edge("before-half", day, 43_199),
    edge("before-seven-eighths", day, 75_599),
    edge("at-three-quarters", day, 64_800),
    edge("before-end", day, 86_399),
    edge("after-end", day, 90_000),
    edge("at-one-quarter", day, 21_600),
    edge("one-second-at-0", { seconds: 1 }, 0),
    edge("one-second-at-1", { seconds: 1 }, 1),
    edge("seven-seconds-at-3", { seconds: 7 }, 3),
    edge("seven-seconds-at-4", { seconds: 7 }, 4),
    edge("seven-seconds-at-6", { seconds: 7 }, 6),
    edge("given-before-t1", { seconds: 1000, t1: 100, t2: 200 }, 99),
    edge("given-t1", { seconds: 1000, t1: 100, t2: 200 }, 100),
    edge("given-before-t2", { seconds: 1000, t1: 100, t2: 200 }, 199),
    edge("given-t2", { seconds: 1000, t1: 100, t2: 200 }, 200),
    edge("given-t2-before-end", { seconds: 1000, t1: 100, t2: 200 }, 999),
    edge("only-t1", { seconds: 1000, t1: 100 }, 100),
    edge("only-t1-before-default-t2", { seconds: 1000, t1: 100 }, 874),
    edge("only-t1-at-default-t2", { seconds: 1000, t1: 100 }, 875),
    edge("only-t2", { seconds: 1000, t2: 600 }, 600),
    edge("only-t2-before-default-t1", { seconds: 1000, t2: 600 }, 499),
    edge("t1-after-default-t2", { seconds: 1000, t1: 900 }, 600),
    edge("t2-before-default-t1", { seconds: 1000, t2: 400 }, 450),
    edge("t1-equals-t2", { seconds: 1000, t1: 700, t2: 700 }, 600),
    edge("t1-equals-t2-later", { seconds: 1000, t1: 700, t2: 700 }, 800),
    edge("t1-after-t2", { seconds: 1000, t1: 800, t2: 700 }, 600),
    edge("t1-after-t2-early", { seconds: 1000, t1: 300, t2: 200 }, 250),
    edge("t2-equals-end", { seconds: 1000, t1: 300, t2: 1000 }, 900),
    edge("t2-equals-end-early", { seconds: 1000, t1: 300, t2: 1000 }, 400),
    edge("t2-after-end", { seconds: 1000, t1: 300, t2: 2000 }, 400),
    edge("both-after-end", { seconds: 1000, t1: 1500, t2: 2000 }, 600),
    edge("infinite-with-options", { seconds: infiniteLease, t1: 100, t2: 200 }, 150),
    edge("infinite-half", { seconds: infiniteLease }, 2_200_000_000),
    edge("nearly-infinite", { seconds: infiniteLease - 1 }, 4_000_000_000),
  ],
  generators: {
    defaults: shrinking(
      tuple(lengths, nat(), integer({ min: -2, max: 1 })).map(([seconds, place, shift]) => [
        { seconds },
        near({ seconds }, place, shift),
      ]),
    ),
    options: shrinking(
      tuple(
        lengths,
        option(integer({ min: 1, max: 1000 }), { freq: 4 }),
        option(integer({ min: 1, max: 1000 }), { freq: 4 }),
        nat(),
        integer({ min: -2, max: 1 }),
      ).map(([seconds, first, second, place, shift]) => {
        // In thousandths of the lease and a little beyond, so that the two come in any order.
        const part = (of: number): number =>
          Math.max(1, Math.min(infiniteLease, Math.round((seconds * of) / 850)));
        const lease = {
          seconds,
          ...(first === null ? {} : { t1: part(first) }),
          ...(second === null ? {} : { t2: part(second) }),
        };
        return [lease, near(lease, place, shift)];
      }),
    ),
  },
  reference: leasePhase,
  accepts: isArgs,
});

/** An instant at or next to one of the lease's own, or anywhere. */
function near(lease: DhcpLease, place: number, shift: number): number {
  const { t1, t2 } = leaseTimers(lease);
  const { seconds } = lease;
  const instants = [t1, t2, seconds, lease.t1 ?? t1, lease.t2 ?? t2, place % seconds];
  const instant = Math.ceil(instants[place % instants.length] ?? 0) + shift;
  return Math.max(0, Math.min(infiniteLease, instant));
}

/** The same instants of a lease of 1000 seconds, as far as whole seconds allow. */
function* scaled([{ seconds, t1, t2 }, elapsed]: Args): Iterable<Args> {
  const scale = (time: number): number => Math.max(1, Math.round((time * 1000) / seconds));
  const lease = {
    seconds: 1000,
    ...(t1 === undefined ? {} : { t1: scale(t1) }),
    ...(t2 === undefined ? {} : { t2: scale(t2) }),
  };
  for (const shift of [0, 1]) yield [lease, Math.floor((elapsed * 1000) / seconds) + shift];
}

/** Toward a lease of 1000 seconds without options. */
function shrinking(source: Arbitrary<Args>) {
  return withShrinks(source, isArgs, function* (args): Iterable<Args> {
    const [{ seconds, t1, t2 }, elapsed] = args;
    if (seconds !== 1000) yield* scaled(args);
    const towardNone = preferring<number | undefined>([undefined, 100, 200], (value) =>
      value === undefined ? [] : smallerNumbers(value),
    );
    const steps = simplifyRecord(
      { seconds, t1, t2, elapsed },
      {
        seconds: preferring([1000, 100, 8], smallerNumbers),
        t1: towardNone,
        t2: towardNone,
        elapsed: preferring([0, 500, 600, 875, 900, 1000], smallerNumbers),
      },
    );
    for (const step of steps) {
      const lease = {
        seconds: step.seconds,
        ...(step.t1 === undefined ? {} : { t1: step.t1 }),
        ...(step.t2 === undefined ? {} : { t2: step.t2 }),
      };
      yield [lease, step.elapsed];
    }
  });
}
