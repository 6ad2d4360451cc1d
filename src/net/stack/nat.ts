import type { Ipv4Address } from "../wire/address.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { containsAddress, type Prefix } from "../wire/prefix.ts";
import type { Flow, NatEntry } from "./nat-entry.ts";
import { allocatePort } from "./nat-ports.ts";
import { isTransitory } from "./nat-tcp.ts";

/** What a box that shares one outside address was told (RFC 3022 §2.2: NAPT). */
export type NatRules = {
  readonly outside: Ipv4Address;
  readonly inside: Prefix;
  /** Lowest and highest outside port; null: the flow's own port where it is free (RFC 4787 §4.2.1). */
  readonly ports: readonly [number, number] | null;
  /** Services inside that answer on an outside port. */
  readonly forwards: readonly {
    readonly protocol: number;
    readonly port: number;
    readonly to: Ipv4Address;
    readonly toPort: number;
  }[];
  /** How long an unused entry lives, in ms. */
  readonly udpLifetime: number;
  readonly tcpLifetime: number;
  /** Of a TCP dialogue that is half open or closed. */
  readonly tcpTransitoryLifetime: number;
  readonly icmpLifetime: number;
  /**
   * What stands for an inside host that speaks to the outside address: the outside address (RFC 4787 §6 REQ-9) when
   * absent, or an address that the box has inside.
   */
  readonly hairpin?: Ipv4Address;
};

/**
 * The least that is allowed: two minutes for UDP (RFC 4787 §4.3 REQ-5), two hours and four minutes for TCP, four
 * minutes while it opens or has closed (RFC 5382 §5 REQ-5), one minute for ICMP queries (RFC 5508 §3.2 REQ-2).
 */
export const natLifetimes = {
  udpLifetime: 120_000,
  tcpLifetime: 7_440_000,
  tcpTransitoryLifetime: 240_000,
  icmpLifetime: 60_000,
} as const;

export type NatDropReason = "external-source" | "local" | "ports-exhausted" | "not-for-me" | "unsolicited";

export type NatStep = {
  readonly entries: readonly NatEntry[];
  readonly verdict:
    | { readonly action: "transmit"; readonly flow: Flow }
    | { readonly action: "drop"; readonly reason: NatDropReason };
};

/**
 * A packet from inside (RFC 3022 §4.1): its source becomes the outside address and a port that no other dialogue with
 * the same remote end has; the destination stays. `draw` is where the search for a port begins, any integer.
 */
export function natOutbound(
  rules: NatRules,
  before: readonly NatEntry[],
  flow: Flow,
  now: number,
  draw: number,
): NatStep {
  const entries = alive(rules, before, now);
  const drop = (reason: NatDropReason): NatStep => ({ entries, verdict: { action: "drop", reason } });
  if (!isInside(rules, flow.source)) return drop("external-source");
  if (isInside(rules, flow.destination) && flow.destination !== rules.hairpin) return drop("local");
  const known = findOutbound(entries, flow);
  const outsidePort = known?.outsidePort ?? allocatePort(rules.ports, entries, flow, draw);
  if (outsidePort === null) return drop("ports-exhausted");
  const entry = {
    protocol: flow.protocol,
    inside: flow.source,
    insidePort: flow.sourcePort,
    outsidePort,
    remote: flow.destination,
    remotePort: flow.destinationPort,
    lastSeen: now,
    ...signsOf(known),
  };
  return {
    entries: replace(entries, known, entry),
    verdict: {
      action: "transmit",
      flow: { ...flow, source: faceTo(rules, flow.destination), sourcePort: outsidePort },
    },
  };
}

/**
 * A packet from outside: for the inside host whose dialogue it belongs to, remote end included, or for a service that
 * a rule forwards to. Everything else nobody asked for.
 */
export function natInbound(rules: NatRules, before: readonly NatEntry[], flow: Flow, now: number): NatStep {
  const entries = alive(rules, before, now);
  const drop = (reason: NatDropReason): NatStep => ({ entries, verdict: { action: "drop", reason } });
  if (!isFace(rules, flow.destination)) return drop("not-for-me");
  const known = findInbound(entries, flow);
  const forward = rules.forwards.find(
    ({ protocol, port }) => protocol === flow.protocol && port === flow.destinationPort,
  );
  const to = known ?? (forward === undefined ? null : { inside: forward.to, insidePort: forward.toPort });
  if (to === null) return drop("unsolicited");
  const entry = {
    protocol: flow.protocol,
    inside: to.inside,
    insidePort: to.insidePort,
    outsidePort: flow.destinationPort,
    remote: flow.source,
    remotePort: flow.sourcePort,
    lastSeen: now,
    ...signsOf(known),
  };
  return {
    entries: replace(entries, known, entry),
    verdict: {
      action: "transmit",
      flow: { ...flow, destination: to.inside, destinationPort: to.insidePort },
    },
  };
}

const signsOf = (known: NatEntry | undefined): Pick<NatEntry, "tcp"> =>
  known?.tcp === undefined ? {} : { tcp: known.tcp };

/** The dialogue of a packet from inside. */
export const findOutbound = (entries: readonly NatEntry[], flow: Flow): NatEntry | undefined =>
  entries.find(
    (entry) =>
      entry.protocol === flow.protocol &&
      entry.inside === flow.source &&
      entry.insidePort === flow.sourcePort &&
      entry.remote === flow.destination &&
      entry.remotePort === flow.destinationPort,
  );

/** The dialogue of a packet from outside. */
export const findInbound = (entries: readonly NatEntry[], flow: Flow): NatEntry | undefined =>
  entries.find(
    (entry) =>
      entry.protocol === flow.protocol &&
      entry.outsidePort === flow.destinationPort &&
      entry.remote === flow.source &&
      entry.remotePort === flow.sourcePort,
  );

/** What `remote` sees in place of an inside host. */
export const faceTo = ({ outside, hairpin }: NatRules, remote: Ipv4Address): Ipv4Address =>
  remote === outside ? (hairpin ?? outside) : outside;

/** Whether inside hosts may stand behind this address. */
export const isFace = ({ outside, hairpin }: NatRules, address: Ipv4Address): boolean =>
  address === outside || address === hairpin;

const isInside = ({ inside }: NatRules, address: Ipv4Address): boolean =>
  containsAddress(inside, { version: 4, value: BigInt(address) });

/** Without those that silence has ended; `now` in ms. */
export const alive = (rules: NatRules, entries: readonly NatEntry[], now: number): readonly NatEntry[] =>
  entries.filter((entry) => now - entry.lastSeen < lifetimeOf(rules, entry));

function lifetimeOf(rules: NatRules, entry: NatEntry): number {
  if (entry.protocol === ipProtocol.tcp) {
    return isTransitory(entry) ? rules.tcpTransitoryLifetime : rules.tcpLifetime;
  }
  return entry.protocol === ipProtocol.icmp ? rules.icmpLifetime : rules.udpLifetime;
}

const replace = (
  entries: readonly NatEntry[],
  old: NatEntry | undefined,
  entry: NatEntry,
): readonly NatEntry[] =>
  old === undefined ? [...entries, entry] : entries.map((other) => (other === old ? entry : other));
