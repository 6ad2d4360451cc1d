import { ipProtocol } from "../wire/ip-protocol.ts";
import { parseIpv4, type Ipv4Packet } from "../wire/ipv4.ts";
import { parseTcp } from "../wire/tcp.ts";
import type { Flow, NatEntry } from "./nat-entry.ts";
import { flowOf, type FlowError } from "./nat-flow.ts";
import { ftpInbound, ftpOutbound, isFtp } from "./nat-ftp-segment.ts";
import { carriesIcmpError, inboundIcmpError, outboundIcmpError } from "./nat-icmp-error.ts";
import { rewriteIpv4Ends } from "./nat-rewrite.ts";
import type { NatState } from "./nat-state.ts";
import { signsAfter } from "./nat-tcp.ts";
import {
  alive,
  findInbound,
  findOutbound,
  isFace,
  natInbound,
  natOutbound,
  type NatDropReason,
  type NatRules,
} from "./nat.ts";

/** `icmp-error`: it quotes no packet of a dialogue that the box knows, or it is damaged. */
export type NatBoxDropReason = NatDropReason | FlowError | "icmp-error";

export type NatBoxStep = {
  readonly state: NatState;
  readonly verdict:
    | { readonly action: "transmit"; readonly packet: Uint8Array }
    | { readonly action: "drop"; readonly reason: NatBoxDropReason };
};

const drop = (state: NatState, reason: NatBoxDropReason): NatBoxStep => ({
  state,
  verdict: { action: "drop", reason },
});
const transmit = (state: NatState, packet: Uint8Array): NatBoxStep => ({
  state,
  verdict: { action: "transmit", packet },
});

/**
 * A packet from inside on its way out: source and checksums are rewritten (RFC 3022 §4), in ICMP errors the quoted
 * packet too, in FTP the text. One for an address of the box itself turns round and is let in again, if some service
 * or host inside stands behind it (hairpin, RFC 4787 §6). TTL and routing are the router's business; fragments must
 * have been put together (RFC 4787 §11 REQ-14). `now` in ms; `draw` is where the search for a port begins.
 */
export function natPacketOutbound(
  rules: NatRules,
  before: NatState,
  bytes: Uint8Array,
  now: number,
  draw: number,
): NatBoxStep {
  const state = purged(rules, before, now);
  const parsed = parseIpv4(bytes);
  if (!parsed.ok) return drop(state, parsed.error.code);
  const packet = bytes.subarray(0, parsed.value.totalLength);
  const turnsRound = isFace(rules, parsed.value.destination);
  if (carriesIcmpError(parsed.value)) {
    const error = outboundIcmpError(rules, state.entries, parsed.value, packet);
    if (error === null) return drop(state, "icmp-error");
    return turnsRound ? natPacketInbound(rules, state, error, now) : transmit(state, error);
  }
  const flow = flowOf(packet);
  if (!flow.ok) return drop(state, flow.error.code);
  const { entries, verdict } = natOutbound(rules, state.entries, flow.value, now, draw);
  if (verdict.action === "drop") return drop({ ...state, entries }, verdict.reason);
  const { source, sourcePort } = verdict.flow;
  const rewritten = rewriteIpv4Ends(packet, { source, sourcePort });
  if (!rewritten.ok) return drop(state, "truncated");
  const known = noteTcp(entries, findOutbound(entries, flow.value), parsed.value, "out");
  const step = withFtp(rules, { ...state, entries: known }, flow.value, rewritten.value, draw);
  if (step === null) return drop(state, "ports-exhausted");
  if (!turnsRound) return transmit(step.state, step.packet);
  const back = natPacketInbound(rules, step.state, step.packet, now);
  // What nobody inside waits for leaves no trace.
  return back.verdict.action === "drop" ? { ...back, state } : back;
}

const withFtp = (
  rules: NatRules,
  state: NatState,
  flow: Flow,
  packet: Uint8Array,
  draw: number,
): { readonly state: NatState; readonly packet: Uint8Array } | null =>
  flow.protocol === ipProtocol.tcp && isFtp(flow)
    ? ftpOutbound(rules, state, flow, packet, draw)
    : { state, packet };

/** A packet from outside on its way in: destination and checksums are rewritten, or it is dropped. */
export function natPacketInbound(
  rules: NatRules,
  before: NatState,
  bytes: Uint8Array,
  now: number,
): NatBoxStep {
  const state = purged(rules, before, now);
  const parsed = parseIpv4(bytes);
  if (!parsed.ok) return drop(state, parsed.error.code);
  const packet = bytes.subarray(0, parsed.value.totalLength);
  if (carriesIcmpError(parsed.value)) {
    const error = inboundIcmpError(state.entries, parsed.value, packet);
    return error === null ? drop(state, "icmp-error") : transmit(state, error);
  }
  const flow = flowOf(packet);
  if (!flow.ok) return drop(state, flow.error.code);
  const { entries, verdict } = natInbound(
    { ...rules, forwards: [...announced(state, flow.value), ...rules.forwards] },
    state.entries,
    flow.value,
    now,
  );
  if (verdict.action === "drop") return drop({ ...state, entries }, verdict.reason);
  const known = noteTcp(entries, findInbound(entries, flow.value), parsed.value, "in");
  const next = { ...state, entries: known };
  const { destination, destinationPort } = verdict.flow;
  const rewritten = rewriteIpv4Ends(packet, { destination, destinationPort });
  if (!rewritten.ok) return drop(state, "truncated");
  return transmit(next, ftpInbound(next, verdict.flow, rewritten.value));
}

/** The entries, with what a TCP segment says of the beginning or end of its dialogue. */
function noteTcp(
  entries: readonly NatEntry[],
  entry: NatEntry | undefined,
  { protocol, payload }: Ipv4Packet,
  direction: "out" | "in",
): readonly NatEntry[] {
  const segment = protocol === ipProtocol.tcp ? parseTcp(payload) : null;
  if (entry === undefined || segment?.ok !== true) return entries;
  const tcp = signsAfter(entry.tcp ?? [], segment.value.flags, direction);
  return entries.map((other) => (other === entry ? { ...entry, tcp } : other));
}

/** The data connections that this remote end has been told to open. */
const announced = ({ ftp }: NatState, { source }: Flow): NatRules["forwards"] =>
  ftp
    .filter(({ remote }) => remote === source)
    .flatMap(({ data }) => data)
    .map(({ outsidePort, to, toPort }) => ({ protocol: ipProtocol.tcp, port: outsidePort, to, toPort }));

/** What a control connection has announced goes with it. */
function purged(rules: NatRules, state: NatState, now: number): NatState {
  const entries = alive(rules, state.entries, now);
  const ftp = state.ftp.filter(
    ({ inside, insidePort, remote, remotePort }) =>
      findOutbound(entries, {
        protocol: ipProtocol.tcp,
        source: inside,
        sourcePort: insidePort,
        destination: remote,
        destinationPort: remotePort,
      }) !== undefined,
  );
  return { entries, ftp };
}
