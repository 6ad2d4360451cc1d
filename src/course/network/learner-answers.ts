import { z } from "zod";
import { parseIpv4Address } from "../../net/wire/address.ts";
import { parseMac, type Mac as NetMac } from "../../net/wire/mac.ts";
import type { IpAddress } from "../../net/wire/prefix.ts";
import { UnusableAnswer, type LearnerFunctions } from "./learner-functions.ts";

/** The shapes of what learners' functions give, in the terms of `src/net`. */

export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const mac = z.string().transform((text, context): NetMac => {
  const parsed = parseMac(text);
  if (parsed !== null) return parsed;
  context.addIssue("not a MAC address");
  return z.NEVER;
});

export const ip = z.string().transform((text, context): IpAddress => {
  const parsed = parseIpv4Address(text);
  if (parsed !== null) return { version: 4, value: BigInt(parsed) };
  context.addIssue("not an IPv4 address");
  return z.NEVER;
});

export const ttlAnswer = z.discriminatedUnion("action", [
  z.object({ action: z.literal("forward"), packet: bytes }),
  z.object({ action: z.literal("drop") }),
]);

export const checksumAnswer = z.int().min(0).max(0xffff);

export const routeRow = z
  .object({ dest: z.string(), gateway: z.string().nullable(), iface: z.string(), metric: z.number() })
  .nullable();

export const nextHopAnswer = z.object({ iface: z.string(), resolve: ip.nullable() });

export const deliveryAnswer = z.object({
  kind: z.enum(["local", "broadcast", "multicast", "direct", "via", "unreachable"]),
  dev: z.string().nullable(),
});

export const routerAction = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["transmit", "icmp"]), iface: z.string(), dstMac: mac, packet: bytes }),
  z.object({ kind: z.literal("deliver"), packet: bytes }),
  z.object({ kind: z.literal("resolve"), iface: z.string(), ip }),
  z.object({ kind: z.literal("drop"), reason: z.string() }),
]);

export const arpAnswer = z.object({
  state: z.looseObject({
    entries: z.record(z.string(), z.object({ mac, expires: z.number() })),
    pending: z.record(z.string(), z.object({ retryAt: z.number() })),
  }),
  actions: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("request"), ip }),
      z.object({ kind: z.literal("reply"), to: mac, ip }),
      z.object({ kind: z.literal("transmit"), packet: z.string(), mac }),
      z.object({ kind: z.literal("drop"), packet: z.string() }),
    ]),
  ),
});

/** The answer in its shape; throws UnusableAnswer where it has another. */
export function usable<T>(schema: z.ZodType<T>, entry: keyof LearnerFunctions, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new UnusableAnswer(entry, answer);
  return parsed.data;
}
