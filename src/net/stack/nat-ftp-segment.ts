import type { Result } from "../bytes/result.ts";
import { parseIpv4, type Ipv4Packet } from "../wire/ipv4.ts";
import { verifiesTransportChecksum } from "../wire/pseudo-header.ts";
import { emitTcp, parseTcp, tcpFlag } from "../wire/tcp.ts";
import { emitChangedIpv4 } from "./ipv4-rewrite.ts";
import type { Flow } from "./nat-entry.ts";
import { reversedFlow } from "./nat-flow.ts";
import { ftpPort, rewriteFtpText, type FtpControl } from "./nat-ftp.ts";
import type { NatState } from "./nat-state.ts";
import type { NatRules } from "./nat.ts";
import { shiftSequence, type Edit } from "./sequence-shift.ts";
import { renumberReceived, renumberSent } from "./tcp-renumber.ts";

/** What becomes of a packet from inside on its way out, and what is remembered. */
export type FtpStep = { readonly state: NatState; readonly packet: Uint8Array };

/**
 * A packet of a dialogue with an FTP server, its ends rewritten already; `flow` has the ends that it came with. A
 * line that announces an endpoint is rewritten, and what follows it is renumbered. Null: no port is left for it.
 */
export function ftpOutbound(
  rules: NatRules,
  state: NatState,
  flow: Flow,
  packet: Uint8Array,
  draw: number,
): FtpStep | null {
  const parsed = parseIpv4(packet);
  const segment = parsed.ok ? parseTcp(parsed.value.payload) : parsed;
  if (!parsed.ok || !segment.ok) return { state, packet };
  const known = state.ftp.find((control) => isOf(control, flow));
  // A new connection has its own numbers, whatever was done to the one before.
  if ((segment.value.flags & tcpFlag.SYN) !== 0) {
    return { state: { ...state, ftp: state.ftp.filter((control) => control !== known) }, packet };
  }
  const control = known ?? {
    inside: flow.source,
    insidePort: flow.sourcePort,
    remote: flow.destination,
    remotePort: flow.destinationPort,
    edits: [],
    data: [],
  };
  const { sequenceNumber, payload } = segment.value;
  const rewriting = isIntact(parsed.value)
    ? rewriteFtpText(rules, state.entries, state.ftp, flow, latin1(payload), draw)
    : ({ kind: "unchanged" } as const);
  if (rewriting.kind === "ports-exhausted") return null;
  if (rewriting.kind === "unchanged") {
    const copy = packet.slice();
    renumberSent(copy.subarray(parsed.value.headerBytes), control.edits);
    return { state, packet: copy };
  }
  const text = Uint8Array.from(rewriting.text, (character) => character.charCodeAt(0));
  const edit = { at: sequenceNumber, length: payload.length, delta: text.length - payload.length };
  const { data } = rewriting;
  const changed = {
    ...control,
    edits: withEdit(control.edits, edit),
    data: [...control.data.filter(({ outsidePort }) => outsidePort !== data.outsidePort), data],
  };
  const written = emitSegment(parsed.value, (ends) =>
    emitTcp({
      ...segment.value,
      sequenceNumber: shiftSequence(control.edits, sequenceNumber),
      checksum: ends,
      payload: text,
    }),
  );
  if (!written.ok) return { state, packet };
  return {
    state: { ...state, ftp: [...state.ftp.filter((other) => other !== known), changed] },
    packet: written.value,
  };
}

/** A packet to the inside end of such a dialogue, its ends rewritten already: `flow` has those that it has now. */
export function ftpInbound(state: NatState, flow: Flow, packet: Uint8Array): Uint8Array {
  const control = state.ftp.find((one) => isOf(one, reversedFlow(flow)));
  const parsed = parseIpv4(packet);
  if (control === undefined || !parsed.ok) return packet;
  const copy = packet.slice();
  renumberReceived(copy.subarray(parsed.value.headerBytes, parsed.value.totalLength), control.edits);
  return copy;
}

/** Whether one of the two ends waits for FTP commands. */
export const isFtp = ({ sourcePort, destinationPort }: Flow): boolean =>
  sourcePort === ftpPort || destinationPort === ftpPort;

const isOf = (control: FtpControl, flow: Flow): boolean =>
  control.inside === flow.source &&
  control.insidePort === flow.sourcePort &&
  control.remote === flow.destination &&
  control.remotePort === flow.destinationPort;

/** In the order of the stream; a line that was sent again is one edit. */
const withEdit = (edits: readonly Edit[], edit: Edit): readonly Edit[] =>
  edits.some(({ at }) => at === edit.at) ? edits : [...edits, edit];

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const isIntact = ({ protocol, source, destination, payload }: Ipv4Packet): boolean =>
  verifiesTransportChecksum({ source, destination }, protocol, payload);

function emitSegment(
  packet: Ipv4Packet,
  write: (ends: Pick<Ipv4Packet, "source" | "destination">) => Result<Uint8Array, "out-of-range">,
): Result<Uint8Array, "out-of-range"> {
  const segment = write(packet);
  return segment.ok ? emitChangedIpv4({ ...packet, payload: segment.value }) : segment;
}
