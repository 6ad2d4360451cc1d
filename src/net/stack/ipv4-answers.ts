import { verifiesChecksum } from "../wire/checksum.ts";
import { emitIcmpv4, icmpv4Type, parseIcmpv4, unreachableCode } from "../wire/icmpv4.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { emitIpv4, parseIpv4, type Ipv4Packet } from "../wire/ipv4.ts";
import { answerClosedPort } from "./closed-ports.ts";
import { isLocal } from "./delivery.ts";
import { icmpv4Error, ip4 } from "./icmpv4-error.ts";
import { addressOn, sendOf, type Arrival, type RouterState, type SendAction } from "./router.ts";

/**
 * What a node on which no program listens answers to a whole packet that is for it: an echo reply (also to an echo
 * request for all, as RFC 1122 §3.2.2.6 permits), "port unreachable", RST, "protocol unreachable"; or null.
 */
export function answerIpv4(
  node: RouterState,
  arrival: Arrival,
  bytes: Uint8Array,
  identification: number,
): SendAction | null {
  const parsed = parseIpv4(bytes);
  if (!parsed.ok || parsed.value.mf || parsed.value.fragmentOffset > 0) return null;
  const packet = parsed.value;
  if (packet.protocol === ipProtocol.icmp) {
    const reply = (node.behaviour?.echoReply ?? echoReply)(packet.payload);
    return reply === null ? null : replyTo(node, packet, reply, identification, false);
  }
  const own = isLocal(node.interfaces, ip4(packet.destination)) ? packet.destination : null;
  const answer = answerClosedPort(packet, packet.protocol, packet.payload);
  switch (answer.kind) {
    case "none":
      return null;
    case "reset":
      // A reset needs no identification: it is never cut (RFC 6864 §4.1).
      return own === null ? null : replyTo(node, packet, answer.segment, 0, true);
    case "port-unreachable":
    case "protocol-unreachable": {
      const code = answer.kind === "port-unreachable" ? unreachableCode.port : unreachableCode.protocol;
      const cause = { type: icmpv4Type.destinationUnreachable, code };
      return icmpv4Error(node, arrival, bytes, cause, identification, own);
    }
  }
}

/** The same message with another type (RFC 792); null for all but sound echo requests. */
function echoReply(payload: Uint8Array): Uint8Array | null {
  const message = parseIcmpv4(payload);
  if (!message.ok || message.value.type !== icmpv4Type.echoRequest || !verifiesChecksum(payload)) return null;
  const { code, rest, data } = message.value;
  const reply = emitIcmpv4({ type: icmpv4Type.echoReply, code, rest, data });
  return reply.ok ? reply.value : null;
}

/** Back to the source, from the address that was spoken to, or from that of the way out where all were. */
function replyTo(
  node: RouterState,
  { source, destination, dscp, ecn, protocol }: Ipv4Packet,
  payload: Uint8Array,
  identification: number,
  df: boolean,
): SendAction | null {
  const way = sendOf(node, ip4(source), payload);
  const own = isLocal(node.interfaces, ip4(destination)) ? ip4(destination) : null;
  const from = own ?? (way === null ? null : addressOn(node, way.interface, 4));
  if (way === null || from === null) return null;
  const packet = emitIpv4({
    dscp,
    ecn,
    identification,
    df,
    mf: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol,
    source: Number(from.value),
    destination: source,
    options: new Uint8Array(),
    payload,
  });
  return packet.ok ? { ...way, packet: packet.value } : null;
}
