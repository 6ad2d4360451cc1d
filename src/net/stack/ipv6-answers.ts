import { readU8 } from "../bytes/big-endian.ts";
import { icmpv6Type, parseIcmpv6 } from "../wire/icmpv6.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { ipv6HeaderBytes, ipv6Offsets, parseIpv6, type Ipv6Packet } from "../wire/ipv6.ts";
import { verifiesTransportChecksum } from "../wire/pseudo-header.ts";
import { isMulticast } from "./address-role.ts";
import { answerClosedPort } from "./closed-ports.ts";
import { isLocal } from "./delivery.ts";
import {
  carryIcmpv6,
  carryIpv6,
  icmpv6Error,
  ip6,
  parameterProblemCode,
  unreachable6Code,
  type Icmpv6Cause,
} from "./icmpv6-error.ts";
import { checkIpv6Options } from "./ipv6-option-check.ts";
import { addressOn, sendOf, type Arrival, type RouterState, type SendAction } from "./router.ts";

/**
 * What a node on which no program listens answers to a whole packet that is for it: an echo reply, "port
 * unreachable", RST, a parameter problem; or null.
 */
export function answerIpv6(node: RouterState, arrival: Arrival, bytes: Uint8Array): SendAction | null {
  const parsed = parseIpv6(bytes);
  if (!parsed.ok) return null;
  const packet = parsed.value;
  const whole = bytes.subarray(0, ipv6HeaderBytes + packet.payloadLength);
  const own = isLocal(node.interfaces, ip6(packet.destination)) ? packet.destination : null;
  const tell = (cause: Icmpv6Cause): SendAction | null => icmpv6Error(node, arrival, whole, cause, own);

  const read = readChain(whole);
  if (read.kind === "discard") return read.error === null ? null : tell(read.error);
  const payload = whole.subarray(read.offset);
  const ends = { source: packet.source, destination: packet.destination };
  if (read.protocol === ipProtocol.icmpv6) return echoReply(node, packet, payload);
  const answer = answerClosedPort(ends, read.protocol, payload);
  switch (answer.kind) {
    case "none":
      return null;
    case "port-unreachable":
      return tell({ type: icmpv6Type.destinationUnreachable, code: unreachable6Code.port });
    case "protocol-unreachable":
      return tell(problem(parameterProblemCode.nextHeader, read.announcedAt));
    case "reset":
      return replyTo(node, packet, (back) => carryIpv6(back, ipProtocol.tcp, answer.segment));
  }
}

const problem = (code: number, pointer: number): Icmpv6Cause => ({
  type: icmpv6Type.parameterProblem,
  code,
  rest: pointer,
});

type Chain =
  | {
      readonly kind: "upper";
      readonly protocol: number;
      readonly offset: number;
      readonly announcedAt: number;
    }
  | { readonly kind: "discard"; readonly error: Icmpv6Cause | null };

/** The extension headers as their receiver processes them, one after the other (RFC 8200 §4). */
function readChain(packet: Uint8Array): Chain {
  const discard = { kind: "discard", error: null } as const;
  let announcedAt: number = ipv6Offsets.nextHeader;
  let offset = ipv6HeaderBytes;
  for (;;) {
    const protocol = readU8(packet, announcedAt);
    const length = (readU8(packet, offset + 1) + 1) * 8;
    const isFirst = offset === ipv6HeaderBytes;
    switch (protocol) {
      case ipProtocol.hopByHop:
        if (!isFirst)
          return { kind: "discard", error: problem(parameterProblemCode.nextHeader, announcedAt) };
        // Checked on arrival already.
        break;
      case ipProtocol.destinationOptions: {
        if (offset + length > packet.length) return discard;
        const verdict = checkIpv6Options(packet, offset, length);
        if (verdict.kind === "discard") return verdict;
        break;
      }
      case ipProtocol.routing:
        // No routing type is known here; one that is used up does not matter (§4.4).
        if (offset + length > packet.length) return discard;
        if (readU8(packet, offset + 3) > 0) {
          return { kind: "discard", error: problem(parameterProblemCode.header, offset + 2) };
        }
        break;
      case ipProtocol.fragment:
      case ipProtocol.noNextHeader:
        // Reassembly comes before; and after 59 there is nothing to answer.
        return discard;
      default:
        return { kind: "upper", protocol, offset, announcedAt };
    }
    if (offset + length > packet.length) return discard;
    announcedAt = offset;
    offset += length;
  }
}

function echoReply(node: RouterState, packet: Ipv6Packet, payload: Uint8Array): SendAction | null {
  const message = parseIcmpv6(payload);
  if (!message.ok || message.value.type !== icmpv6Type.echoRequest) return null;
  if (!verifiesTransportChecksum(packet, ipProtocol.icmpv6, payload)) return null;
  const { code, body } = message.value;
  return replyTo(node, packet, (back) => carryIcmpv6(back, icmpv6Type.echoReply, code, body));
}

type Ends = { readonly source: bigint; readonly destination: bigint };

/** Back to the source, from the address that was spoken to, or from that of the way out where a group was. */
function replyTo(
  node: RouterState,
  { source, destination }: Ipv6Packet,
  carry: (back: Ends) => Uint8Array | null,
): SendAction | null {
  const way = sendOf(node, ip6(source), new Uint8Array());
  if (way === null) return null;
  const from = isMulticast(ip6(destination)) ? addressOn(node, way.interface, 6)?.value : destination;
  const packet = from === undefined ? null : carry({ source: from, destination: source });
  return packet === null ? null : { ...way, packet };
}
