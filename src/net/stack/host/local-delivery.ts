import { verifiesChecksum } from "../../wire/checksum.ts";
import { icmpv4Type, parseIcmpv4, unreachableCode, type Icmpv4Message } from "../../wire/icmpv4.ts";
import { icmpv6Type, parseIcmpv6 } from "../../wire/icmpv6.ts";
import { ipProtocol } from "../../wire/ip-protocol.ts";
import { formatIpAddress } from "../../wire/prefix.ts";
import { verifiesTransportChecksum } from "../../wire/pseudo-header.ts";
import { parseUdp, udpChecksumStatus } from "../../wire/udp.ts";
import { icmpv4Error } from "../icmpv4-error.ts";
import { icmpv6Error, unreachable6Code } from "../icmpv6-error.ts";
import { answerIpv4 } from "../ipv4-answers.ts";
import { answerIpv6 } from "../ipv6-answers.ts";
import type { Arrival } from "../router.ts";
import { filterVerdict } from "./filter.ts";
import { icmpv4Event, icmpv6Event, isTooBig } from "./icmp-input.ts";
import { sendAnswer } from "./ip-output.ts";
import { learnPathMtu } from "./path-mtu.ts";
import type { ProcessEvent } from "./process.ts";
import { listenerOn, tell, tellAll } from "./processes.ts";
import { reassemble } from "./reassembly-step.ts";
import { followRedirect, followRedirect6 } from "./redirect.ts";
import { nextIdentification, type Turn } from "./turn.ts";
import { wholePacket, type WholePacket } from "./whole-packet.ts";

/**
 * A packet for the node itself, or a piece of one: put together, filtered, then given to whom it is for. What nobody
 * is for is answered as a node answers that runs no program (RFC 1122 §3.2.2, RFC 4443 §2.4).
 */
export function deliverLocally(turn: Turn, arrival: Arrival, bytes: Uint8Array): void {
  const complete = reassemble(turn, arrival, bytes);
  if (complete === null) return;
  const packet = wholePacket(complete);
  if (packet === null) {
    drop(turn, arrival, "header", complete);
    return;
  }
  const verdict = filterVerdict(turn.node.filters, packet.protocol, packet.payload);
  if (verdict !== null) {
    drop(turn, arrival, "filtered", complete);
    if (verdict === "reject") reject(turn, arrival, packet);
    return;
  }
  const { protocol, payload } = packet;
  if (protocol === ipProtocol.udp && receiveDatagram(turn, packet)) return;
  const icmp = protocol === (packet.version === 4 ? ipProtocol.icmp : ipProtocol.icmpv6);
  const request = packet.version === 4 ? icmpv4Type.echoRequest : icmpv6Type.echoRequest;
  if (icmp && payload[0] !== request) receiveIcmp(turn, arrival, packet);
  else answer(turn, arrival, packet);
}

const drop = (turn: Turn, arrival: Arrival, reason: string, bytes: Uint8Array): void => {
  turn.actions.push({ kind: "drop", interface: arrival.interface, reason, bytes });
};

/** "Communication administratively prohibited", from the address that was spoken to. */
function reject(turn: Turn, arrival: Arrival, { version, bytes, destination }: WholePacket): void {
  const { router } = turn.node;
  const type4 = icmpv4Type.destinationUnreachable;
  const type6 = icmpv6Type.destinationUnreachable;
  const error =
    version === 4
      ? icmpv4Error(
          router,
          arrival,
          bytes,
          { type: type4, code: unreachableCode.administrativelyProhibited },
          nextIdentification(turn),
          Number(destination.value),
        )
      : icmpv6Error(
          router,
          arrival,
          bytes,
          { type: type6, code: unreachable6Code.prohibited },
          destination.value,
        );
  if (error !== null) sendAnswer(turn, error);
}

/** Whether a program listens on the port of a sound datagram; then it gets it. */
function receiveDatagram(turn: Turn, { bytes, source, destination, ends, payload }: WholePacket): boolean {
  const datagram = parseUdp(payload);
  if (!datagram.ok) return false;
  const status = udpChecksumStatus(payload, ends);
  if (status === "bad" || status === "illegal") return false;
  const { sourcePort, destinationPort, payload: data } = datagram.value;
  const program = listenerOn(turn, destinationPort);
  if (program === null) return false;
  turn.actions.push({ kind: "deliver", program, packet: bytes });
  tell(turn, program, {
    kind: "datagram",
    from: source,
    port: sourcePort,
    to: destination,
    ownPort: destinationPort,
    data,
  });
  return true;
}

/** An echo reply, or an error: for the node's own tables first, then for all programs. */
function receiveIcmp(turn: Turn, arrival: Arrival, packet: WholePacket): void {
  const { version, bytes, source, ttl, ends, payload } = packet;
  const intact =
    version === 4 ? verifiesChecksum(payload) : verifiesTransportChecksum(ends, ipProtocol.icmpv6, payload);
  if (!intact) {
    drop(turn, arrival, "checksum", bytes);
    return;
  }
  const carrier = { from: source, ttl };
  turn.actions.push({ kind: "deliver", program: null, packet: bytes });
  if (version === 4) {
    const message = parseIcmpv4(payload);
    if (!message.ok) return;
    followIfRedirect(turn, packet, message.value);
    inform(turn, icmpv4Event(carrier, message.value));
    // Whoever answers echo requests in another way may answer more than those.
    if (turn.node.behaviour.echoReply !== undefined) sendReply(turn, arrival, packet);
  } else {
    const message = parseIcmpv6(payload);
    if (!message.ok) return;
    if (message.value.type === icmpv6Type.redirect) followRedirect6(turn, arrival, bytes);
    inform(turn, icmpv6Event(carrier, message.value));
  }
}

function followIfRedirect(turn: Turn, packet: WholePacket, message: Icmpv4Message): void {
  if (message.type === icmpv4Type.redirect) followRedirect(turn, packet.source, message);
}

function inform(turn: Turn, event: ProcessEvent | null): void {
  if (event === null) return;
  if (event.kind === "error" && isTooBig(event) && event.about !== null && event.mtu !== null) {
    const { destination } = event.about;
    const pathMtus = learnPathMtu(turn.node.pathMtus, destination, event.mtu, turn.now);
    if (pathMtus !== null) {
      turn.node = { ...turn.node, pathMtus };
      const text = formatIpAddress(destination);
      turn.actions.push({ kind: "path-mtu", destination: text, mtu: event.mtu });
    }
  }
  tellAll(turn, event);
}

/** What the node itself says: an echo reply, "port unreachable", RST. */
function answer(turn: Turn, arrival: Arrival, packet: WholePacket): void {
  turn.actions.push({ kind: "deliver", program: null, packet: packet.bytes });
  sendReply(turn, arrival, packet);
}

function sendReply(turn: Turn, arrival: Arrival, { version, bytes }: WholePacket): void {
  const { router } = turn.node;
  const reply =
    version === 4
      ? answerIpv4(router, arrival, bytes, nextIdentification(turn))
      : answerIpv6(router, arrival, bytes);
  if (reply !== null) sendAnswer(turn, reply);
}
