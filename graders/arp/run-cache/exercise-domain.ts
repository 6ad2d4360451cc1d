import { z } from "zod";
import { isStationMacText } from "#course/generators/mac.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { isFresh } from "./exercise-reference.ts";

export type Args = [state: ArpState, event: ArpEvent, now: number];

const seconds = z.number().min(0).max(1_000_000);
const ip = z.string().refine((text) => parseIpv4Address(text) !== null);
const hostIp = ip.refine((text) => text !== "0.0.0.0");
const mac = z.string().refine(isStationMacText);
const packet = z.string().min(1).max(40);

const state = z.strictObject({
  me: z.strictObject({ ip: hostIp, mac }),
  entries: z.record(hostIp, z.strictObject({ mac, expires: seconds })),
  pending: z.record(hostIp, z.strictObject({ packet, retryAt: seconds, tries: z.int().min(1).max(3) })),
});

const event = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("send"), ip: hostIp, packet }),
  z.strictObject({ kind: z.literal("tick") }),
  z.strictObject({
    kind: z.literal("arp"),
    op: z.union([z.literal(1), z.literal(2)]),
    senderIp: ip,
    senderMac: mac,
    targetIp: ip,
  }),
]);

const args = z.tuple([state, event, seconds]).refine((value) => isReachable(value) && isTested(value));

export const accepts = (value: unknown): value is Args => args.safeParse(value).success;

/** What a run of events can lead to: nobody waits for a fresh entry, and no time lies too far ahead. */
function isReachable([{ me, entries, pending }, , now]: Args): boolean {
  return (
    !(me.ip in entries) &&
    !(me.ip in pending) &&
    Object.values(entries).every(({ expires }) => expires <= now + 60) &&
    Object.entries(pending).every(([key, { retryAt }]) => retryAt <= now + 1 && !isFresh(entries[key], now))
  );
}

/** Nobody uses my addresses; a probe asks for something; whether a stale sender is updated is not asked. */
function isTested([{ me, entries, pending }, happened, now]: Args): boolean {
  if (happened.kind === "tick") return true;
  if (happened.kind === "send") return happened.ip !== me.ip;
  const { op, senderIp, senderMac, targetIp } = happened;
  if (senderIp === me.ip || senderMac === me.mac || targetIp === "0.0.0.0") return false;
  if (senderIp === "0.0.0.0") return op === 1;
  const isStale = senderIp in entries && !isFresh(entries[senderIp], now);
  return !isStale || senderIp in pending || (op === 1 && targetIp === me.ip);
}
