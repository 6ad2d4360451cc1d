import { tcpFlag, type TcpSegment } from "../../wire/tcp.ts";
import { segmentLength } from "../tcp-reset.ts";
import { acceptAck } from "./acknowledging.ts";
import { closed, nothing, step, type Connection, type TcpStep } from "./connection.ts";
import { arriveInListen, arriveInSynSent, refuse } from "./opening.ts";
import { isAcceptable } from "./sequence.ts";
import { takeText } from "./text.ts";
import { acknowledgment, transmit } from "./transmission.ts";

/**
 * SEGMENT ARRIVES (RFC 9293 §3.10.7) with the challenge ACKs of RFC 5961: a segment of this connection, its checksum
 * verified, comes at `now` (ms). Urgent data is read as any other; a SYN in TIME-WAIT opens nothing new.
 */
export function segmentArrives(connection: Connection, segment: TcpSegment, now: number): TcpStep {
  const { state } = connection;
  if (state === "CLOSED") return refuse(connection, segment);
  if (state === "LISTEN") return arriveInListen(connection, segment);
  if (state === "SYN-SENT") return arriveInSynSent(connection, segment);
  return arriveSynchronized(connection, segment, now);
}

/** RFC 9293 §3.10.7.4, in its order. */
function arriveSynchronized(connection: Connection, segment: TcpSegment, now: number): TcpStep {
  const { rcvNxt, rcvWnd, state, passive } = connection;
  const has = (flag: number): boolean => (segment.flags & flag) !== 0;
  const challenge = step(connection, acknowledgment(connection));

  // First: sequence number.
  if (!isAcceptable(rcvNxt, rcvWnd, segment.sequenceNumber, segmentLength(segment))) {
    return has(tcpFlag.RST) ? step(connection) : challenge;
  }
  // Second: RST, which counts at RCV.NXT alone (RFC 5961 §3.2).
  if (has(tcpFlag.RST)) return segment.sequenceNumber === rcvNxt ? resetArrived(connection) : challenge;
  // Fourth: SYN (RFC 5961 §4.2).
  if (has(tcpFlag.SYN)) {
    return state === "SYN-RECEIVED" && passive ? step(backToListen(connection)) : challenge;
  }
  // Fifth: ACK.
  if (!has(tcpFlag.ACK)) return step(connection);
  const acknowledged = acceptAck(connection, segment, now);
  if (acknowledged.kind === "drop") return step(connection, ...acknowledged.send);

  // Seventh and eighth: text and FIN. All of it is acknowledged, with our own text where there is some.
  const taken = takeText(acknowledged.connection, segment, now);
  const sent = transmit(taken?.connection ?? acknowledged.connection);
  const silent = taken === null && !acknowledged.answer;
  return {
    connection: sent.connection,
    send: sent.send.length > 0 || silent ? sent.send : [acknowledgment(sent.connection)],
    delivered: taken?.delivered ?? nothing,
    signal: taken?.signal ?? null,
  };
}

const backToListen = (connection: Connection): Connection => ({
  ...closed(connection),
  state: "LISTEN",
  remotePort: 0,
  sndUna: connection.iss,
  sndNxt: connection.iss,
  finQueued: false,
});

function resetArrived(connection: Connection): TcpStep {
  const { state, passive } = connection;
  if (state === "SYN-RECEIVED") {
    return passive ? step(backToListen(connection)) : { ...step(closed(connection)), signal: "refused" };
  }
  // Both sides had closed: the program misses nothing.
  const over = state === "CLOSING" || state === "LAST-ACK" || state === "TIME-WAIT";
  return { ...step(closed(connection)), signal: over ? null : "reset" };
}
