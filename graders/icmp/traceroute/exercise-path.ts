import { z } from "zod";
import { parseIpv4Address } from "#net/wire/address.ts";
import { icmpv4Type } from "#net/wire/icmpv4.ts";

/**
 * The network behind `probe`, as data: for each TTL from 1 on, the answers that come back, taken in turn by
 * destination port; null is no answer. `repeat` entries at the end answer for all greater TTLs: 1 for a destination,
 * 2 for two routers that send packets to each other.
 */
const answer = z.strictObject({
  from: z.string().refine((text) => parseIpv4Address(text) !== null),
  type: z.union([z.literal(icmpv4Type.timeExceeded), z.literal(icmpv4Type.destinationUnreachable)]),
  code: z.int().min(0).max(15),
  /** Round-trip time in milliseconds; where it is absent, it follows from TTL and port. */
  rttMs: z.number().nonnegative().exactOptional(),
});

export const pathSchema = z
  .strictObject({
    hops: z.array(z.array(answer.nullable()).min(1).max(3)).min(1).max(12),
    repeat: z.int().min(1),
    /** Ports of the probes whose answer comes late: when the next probe has left. */
    late: z.array(z.int()).max(4),
  })
  .refine(({ hops, repeat }) => repeat <= hops.length)
  // A router on the way has but one code: 0. Fragments (code 1) are another story.
  .refine(({ hops }) =>
    hops.flat().every((one) => one === null || one.type !== icmpv4Type.timeExceeded || one.code === 0),
  );

export type Answer = z.infer<typeof answer>;
export type Path = z.infer<typeof pathSchema>;

/** The function that the learner is given: sends one probe, waits, gives what came. Remembers what is late. */
export function probeOn(path: Path): (...args: readonly unknown[]) => ProbeReply | null {
  let late: ProbeReply | null = null;
  return (ttl, dstPort) => {
    if (!isCount(ttl) || !isCount(dstPort)) return null;
    const own = replyTo(path, ttl, dstPort);
    const waiting = late;
    late = path.late.includes(dstPort) ? own : null;
    return waiting ?? (path.late.includes(dstPort) ? null : own);
  };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function replyTo({ hops, repeat }: Path, ttl: number, dstPort: number): ProbeReply | null {
  if (ttl === 0) return null; // it never leaves
  const start = hops.length - repeat;
  const place = ttl <= hops.length ? ttl - 1 : start + ((ttl - 1 - start) % repeat);
  const turns = hops[place] ?? [];
  const found = turns[dstPort % turns.length] ?? null;
  if (found === null) return null;
  // Exact in binary, and unlike for neighbouring ports.
  const { from, type, code, rttMs = ttl * 1.5 + (dstPort % 8) * 0.125 } = found;
  return { from, type, code, quotedDstPort: dstPort, rttMs };
}
