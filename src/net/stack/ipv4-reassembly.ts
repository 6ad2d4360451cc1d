import { formatIpv4Address } from "../wire/address.ts";
import { parseIpv4, type Ipv4Packet, type Ipv4ParseError } from "../wire/ipv4.ts";
import { emitChangedIpv4 } from "./ipv4-rewrite.ts";
import { addFragment, type LossReason, type ReassemblyState } from "./reassembly.ts";

/** 60 to 120 s (RFC 1122 §3.3.2). */
export const ipv4ReassemblyLifetime = 60_000;

export type Ipv4Reassembly =
  /** `packet` is whole, or it came whole. */
  | { readonly kind: "complete"; readonly packet: Uint8Array }
  | { readonly kind: "waiting" | "duplicate" }
  | { readonly kind: "discarded"; readonly reason: LossReason | Ipv4ParseError | "too-long" };

/**
 * Takes a packet in, fragment or not. Fragments of one datagram have source, destination, protocol and identification
 * in common (RFC 791 §3.2). Overlaps are no harm where the bytes agree; where they differ the datagram is dropped,
 * because either choice lets an attacker say two things at once (RFC 1858 §4). `now` and `lifetime` in ms.
 */
export function receiveIpv4Fragment(
  state: ReassemblyState,
  bytes: Uint8Array,
  now: number,
  lifetime = ipv4ReassemblyLifetime,
): { readonly state: ReassemblyState; readonly outcome: Ipv4Reassembly } {
  const parsed = parseIpv4(bytes);
  if (!parsed.ok) return { state, outcome: { kind: "discarded", reason: parsed.error.code } };
  const packet = parsed.value;
  if (!packet.mf && packet.fragmentOffset === 0)
    return { state, outcome: { kind: "complete", packet: bytes } };
  const step = addFragment(
    state,
    {
      key: keyOf(packet),
      offset: packet.fragmentOffset,
      more: packet.mf,
      // Whatever stands beyond the last unit of 8 bytes has no place in the datagram while more is to follow.
      data: packet.mf ? packet.payload.subarray(0, packet.payload.length & ~7) : packet.payload,
      packet: bytes,
    },
    now,
    { lifetime, overlapOfEqualData: true },
  );
  if (step.outcome.kind !== "complete") return { state: step.state, outcome: step.outcome };
  return { state: step.state, outcome: wholePacket(step.outcome.first, step.outcome.data) };
}

const keyOf = ({ source, destination, protocol, identification }: Ipv4Packet): string =>
  [formatIpv4Address(source), formatIpv4Address(destination), protocol, identification].join(" ");

/** The header of the first fragment, with its options, before all the data. */
function wholePacket(first: Uint8Array, data: Uint8Array): Ipv4Reassembly {
  const header = parseIpv4(first);
  if (!header.ok) return { kind: "discarded", reason: header.error.code };
  const packet = emitChangedIpv4({ ...header.value, mf: false, fragmentOffset: 0, payload: data });
  return packet.ok ? { kind: "complete", packet: packet.value } : { kind: "discarded", reason: "too-long" };
}
