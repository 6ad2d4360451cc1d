import { writeU16 } from "../bytes/big-endian.ts";
import { verifiesChecksum, internetChecksum } from "../wire/checksum.ts";
import { icmpHeaderBytes, icmpOffsets, icmpv4Type, parseIcmpv4 } from "../wire/icmpv4.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { verifiesIpv4Checksum, type Ipv4Packet } from "../wire/ipv4.ts";
import type { Flow, NatEntry } from "./nat-entry.ts";
import { flowOf, reversedFlow } from "./nat-flow.ts";
import { rewriteIpv4Ends, type NewEnds } from "./nat-rewrite.ts";
import { faceTo, findInbound, findOutbound, type NatRules } from "./nat.ts";

const errorTypes: readonly number[] = [
  icmpv4Type.destinationUnreachable,
  icmpv4Type.sourceQuench,
  icmpv4Type.redirect,
  icmpv4Type.timeExceeded,
  icmpv4Type.parameterProblem,
];

/** Whether a packet carries an ICMP error: one that quotes the packet that it is about. */
export const carriesIcmpError = ({ protocol, payload, fragmentOffset }: Ipv4Packet): boolean => {
  const message = protocol === ipProtocol.icmp && fragmentOffset === 0 ? parseIcmpv4(payload) : null;
  return message?.ok === true && errorTypes.includes(message.value.type);
};

/**
 * An ICMP error from outside, about a packet that the box had sent: the quoted packet gets back the ends that it had
 * inside, and the error goes to the host that sent it (RFC 5508 §4.2 REQ-4). Null: it is about nothing that the box
 * knows, or one of the checksums of REQ-3 is wrong. It keeps no dialogue alive (REQ-6).
 */
export function inboundIcmpError(
  entries: readonly NatEntry[],
  error: Ipv4Packet,
  bytes: Uint8Array,
): Uint8Array | null {
  const quoted = quotedFlow(error);
  const entry = quoted === null ? undefined : findInbound(entries, reversedFlow(quoted));
  if (entry === undefined) return null;
  const { inside, insidePort } = entry;
  return rewriteError(bytes, error, { destination: inside }, { source: inside, sourcePort: insidePort });
}

/**
 * An ICMP error from inside, about a packet that the box had let in: the quoted packet gets the ends that it had
 * outside, and the error comes from the box, whichever host or router inside it was that complained (REQ-5).
 */
export function outboundIcmpError(
  rules: NatRules,
  entries: readonly NatEntry[],
  error: Ipv4Packet,
  bytes: Uint8Array,
): Uint8Array | null {
  const quoted = quotedFlow(error);
  const entry = quoted === null ? undefined : findOutbound(entries, reversedFlow(quoted));
  if (entry === undefined) return null;
  const face = faceTo(rules, entry.remote);
  const ends = { destination: face, destinationPort: entry.outsidePort };
  return rewriteError(bytes, error, { source: face }, ends);
}

/** The dialogue as the quoted packet names it; null when it names none or was damaged on its way. */
function quotedFlow({ payload }: Ipv4Packet): Flow | null {
  const quoted = payload.subarray(icmpOffsets.data);
  if (!verifiesChecksum(payload) || !verifiesIpv4Checksum(quoted)) return null;
  const flow = flowOf(quoted);
  return flow.ok ? flow.value : null;
}

/** `outer` are the ends of the packet that carries the error, `quoted` those of the packet inside. */
function rewriteError(
  bytes: Uint8Array,
  { headerBytes, totalLength }: Ipv4Packet,
  outer: NewEnds,
  quoted: NewEnds,
): Uint8Array | null {
  const carrier = rewriteIpv4Ends(bytes.subarray(0, totalLength), outer);
  const inner = rewriteIpv4Ends(bytes.subarray(headerBytes + icmpHeaderBytes, totalLength), quoted);
  if (!carrier.ok || !inner.ok) return null;
  carrier.value.set(inner.value, headerBytes + icmpHeaderBytes);
  // The checksum of the error covers the quoted packet; it was right before, so it may be computed anew.
  const message = carrier.value.subarray(headerBytes);
  writeU16(message, icmpOffsets.checksum, 0);
  writeU16(message, icmpOffsets.checksum, internetChecksum(message));
  return carrier.value;
}
