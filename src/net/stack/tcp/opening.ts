import { tcpFlag, type TcpSegment } from "../../wire/tcp.ts";
import { resetFor } from "../tcp-reset.ts";
import { closed, step, type Connection, type TcpStep } from "./connection.ts";
import { advance, distance } from "./sequence.ts";
import { acknowledgment, segmentOf, transmit } from "./transmission.ts";

const has = (segment: TcpSegment, flag: number): boolean => (segment.flags & flag) !== 0;

/** The answer to what belongs to no connection; nothing where it is a RST itself. */
export function refuse(connection: Connection, segment: TcpSegment): TcpStep {
  const reset = resetFor(segment);
  return reset === null ? step(connection) : step(connection, reset);
}

/** The peer's SYN is taken, text and FIN behind it are not: unacknowledged, they come again. */
const synchronized = (connection: Connection, segment: TcpSegment): Connection => ({
  ...connection,
  remotePort: segment.sourcePort,
  rcvNxt: advance(segment.sequenceNumber, 1),
  sndWnd: segment.window,
  maxSndWnd: segment.window,
  sndWl1: segment.sequenceNumber,
  sndWl2: segment.acknowledgmentNumber,
});

/** RFC 9293 §3.10.7.2. */
export function arriveInListen(connection: Connection, segment: TcpSegment): TcpStep {
  if (has(segment, tcpFlag.RST)) return step(connection);
  if (has(segment, tcpFlag.ACK)) return refuse(connection, segment);
  if (!has(segment, tcpFlag.SYN)) return step(connection);
  const { iss } = connection;
  const next: Connection = {
    ...synchronized(connection, segment),
    state: "SYN-RECEIVED",
    sndUna: iss,
    sndNxt: advance(iss, 1),
  };
  return step(next, segmentOf(next, tcpFlag.SYN | tcpFlag.ACK, iss));
}

/** RFC 9293 §3.10.7.3. */
export function arriveInSynSent(connection: Connection, segment: TcpSegment): TcpStep {
  const { iss, sndNxt } = connection;
  const acknowledges = has(segment, tcpFlag.ACK);
  const acknowledged = segment.acknowledgmentNumber;
  if (acknowledges && (distance(iss, acknowledged) <= 0 || distance(acknowledged, sndNxt) < 0)) {
    return refuse(connection, segment);
  }
  if (has(segment, tcpFlag.RST)) {
    return acknowledges ? { ...step(closed(connection)), signal: "refused" } : step(connection);
  }
  if (!has(segment, tcpFlag.SYN)) return step(connection);
  const next = synchronized(connection, segment);
  if (!acknowledges) {
    // Simultaneous open (§3.5, figure 8).
    const received: Connection = { ...next, state: "SYN-RECEIVED" };
    return step(received, segmentOf(received, tcpFlag.SYN | tcpFlag.ACK, iss));
  }
  const sent = transmit({ ...next, state: "ESTABLISHED", sndUna: acknowledged });
  return step(sent.connection, ...(sent.send.length > 0 ? sent.send : [acknowledgment(sent.connection)]));
}
