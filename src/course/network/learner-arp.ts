import { z } from "zod";
import { toHex } from "../../net/bytes/hex.ts";
import {
  isWithin,
  type Resolver,
  type ResolverAction,
  type ResolverEntry,
  type ResolverEvent,
  type ResolverStep,
} from "../../net/stack/host/resolver.ts";
import { formatIpv4Address } from "../../net/wire/address.ts";
import { arpOperation } from "../../net/wire/arp.ts";
import { formatMac, type Mac as NetMac } from "../../net/wire/mac.ts";
import { formatIpAddress, type Prefix } from "../../net/wire/prefix.ts";
import { arpAnswer, usable } from "./learner-answers.ts";
import type { LearnerFunctions } from "./learner-functions.ts";

type ArpStepFunction = NonNullable<LearnerFunctions["arpStep"]>;
type Self = { readonly mac: NetMac; readonly addresses: readonly number[] };
type Answer = ReturnType<typeof readAnswer>;
const stateOf = z.object({ state: z.unknown() });
const readAnswer = (answer: unknown) => usable(arpAnswer, "arpStep", answer);

/**
 * ARP of one interface by the learner's `arpStep` (exercise 07.3), whose clock counts seconds and whose packets are
 * texts: a packet's text is its bytes in hexadecimal.
 */
export function learnerArp(arpStep: ArpStepFunction, self: Self): Resolver {
  const me = { ip: formatIpv4Address(self.addresses[0] ?? 0), mac: formatMac(self.mac) };
  return resolver(arpStep, self, { me, entries: {}, pending: {} }, new Map(), Infinity, new Map());
}

/** `waiting`: packets that have been given to the learner's function, by their texts. */
function resolver(
  arpStep: ArpStepFunction,
  self: Self,
  state: unknown,
  entries: ReadonlyMap<string, ResolverEntry>,
  deadline: number,
  waiting: ReadonlyMap<string, Uint8Array>,
): Resolver {
  return {
    entries,
    deadline,
    step(event, now): ResolverStep {
      if (event.kind === "forget") {
        const next = withoutEntries(state, event.within);
        const left = [...entries].filter(([ip, { mac }]) => mac === null || !isWithin(event.within, ip));
        return { resolver: resolver(arpStep, self, next, new Map(left), deadline, waiting), actions: [] };
      }
      const told = eventOf(event);
      if (told === null) return { resolver: this, actions: [] };
      const kept = new Map(waiting);
      if (event.kind === "send" && told.kind === "send") kept.set(told.packet, event.packet);
      const given = arpStep(state, told, now / 1000);
      const answer = readAnswer(given);
      // The state goes back as it came: what stands in it beside the tables is the learner's own.
      const next = stateOf.parse(given).state;
      const actions = answer.actions.flatMap((action) => actionOf(action, event, self, kept));
      return {
        resolver: resolver(arpStep, self, next, entriesOf(answer), deadlineOf(answer, now), kept),
        actions,
      };
    },
  };
}

/**
 * The learner's function knows no such event: the entries are taken out of its state. What is asked for goes on being
 * asked for.
 */
function withoutEntries(state: unknown, within: Prefix | null): unknown {
  const read = z.looseObject({ entries: z.record(z.string(), z.unknown()) }).parse(state);
  const left = Object.entries(read.entries).filter(([ip]) => !isWithin(within, ip));
  return { ...read, entries: Object.fromEntries(left) };
}

function eventOf(event: ResolverEvent): ArpEvent | null {
  switch (event.kind) {
    case "send":
      return { kind: "send", ip: formatIpAddress(event.target), packet: toHex(event.packet) };
    case "tick":
      return { kind: "tick" };
    case "arp": {
      const { operation, senderIp, senderMac, targetIp } = event.packet;
      if (operation !== arpOperation.request && operation !== arpOperation.reply) return null;
      return {
        kind: "arp",
        op: operation,
        senderIp: formatIpv4Address(senderIp),
        senderMac: formatMac(senderMac),
        targetIp: formatIpv4Address(targetIp),
      };
    }
    case "ndp":
    case "forget":
      return null;
  }
}

/** `kept` loses the packets that go. A text that names no packet is none of ours. */
function actionOf(
  action: Answer["actions"][number],
  event: ResolverEvent,
  self: Self,
  kept: Map<string, Uint8Array>,
): ResolverAction[] {
  switch (action.kind) {
    case "request": {
      const packet = event.kind === "send" ? event.packet : null;
      return [{ kind: "solicit", target: action.ip, to: null, packet }];
    }
    case "reply": {
      if (event.kind === "arp" && event.silent === true) return [];
      const senderIp = event.kind === "arp" ? event.packet.targetIp : (self.addresses[0] ?? 0);
      const ends = { senderMac: self.mac, senderIp, targetMac: action.to, targetIp: Number(action.ip.value) };
      return [{ kind: "arp-reply", packet: { operation: arpOperation.reply, ...ends } }];
    }
    case "transmit":
    case "drop": {
      const packet = kept.get(action.packet);
      kept.delete(action.packet);
      if (packet === undefined) return [];
      if (action.kind === "transmit") return [{ kind: "transmit", packet, mac: action.mac }];
      return [{ kind: "drop", packet, reason: event.kind === "tick" ? "unreachable" : "replaced" }];
    }
  }
}

const entriesOf = ({ state }: Answer): ReadonlyMap<string, ResolverEntry> =>
  new Map<string, ResolverEntry>([
    ...Object.keys(state.pending).map((ip) => [ip, { mac: null, state: "incomplete" }] as const),
    ...Object.entries(state.entries).map(([ip, { mac }]) => [ip, { mac, state: "reachable" }] as const),
  ]);

/** When something waits to be asked again, in ms; what is due already waits a second, or time would stand still. */
function deadlineOf({ state }: Answer, now: number): number {
  const next = Math.min(...Object.values(state.pending).map(({ retryAt }) => retryAt * 1000));
  return next > now ? next : now + 1000;
}
