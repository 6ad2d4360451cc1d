import { parseTcpOptions, readTcpOptions } from "../../wire/tcp-options.ts";
import { tcpFlag, type TcpSegment } from "../../wire/tcp.ts";
import { resetFor } from "../tcp-reset.ts";
import { closed, step, type Connection, type TcpStep } from "./connection.ts";
import { advance, distance } from "./sequence.ts";
import { acknowledgment, synOf, transmit } from "./transmission.ts";
import { shiftInForce } from "./window-scale.ts";

const has = (segment: TcpSegment, flag: number): boolean => (segment.flags & flag) !== 0;

/** The answer to what belongs to no connection; nothing where it is a RST itself. */
export function refuse(connection: Connection, segment: TcpSegment): TcpStep {
  const reset = resetFor(segment);
  return reset === null ? step(connection) : step(connection, reset);
}

/** The peer's SYN is taken, text and FIN behind it are not: unacknowledged, they come again. */
const synchronized = (connection: Connection, segment: TcpSegment): Connection => ({
  ...connection,
  sndShift: sndShiftAfter(connection, segment),
  remotePort: segment.sourcePort,
  rcvNxt: advance(segment.sequenceNumber, 1),
  sndWnd: segment.window,
  maxSndWnd: segment.window,
  sndWl1: segment.sequenceNumber,
  sndWl2: segment.acknowledgmentNumber,
});

/** Windows are scaled if both SYNs say so (RFC 7323 §2.2); an option of a wrong length is none. */
function sndShiftAfter({ rcvShift }: Connection, segment: TcpSegment): number | null {
  const list = parseTcpOptions(segment.options);
  const values = list.ok ? readTcpOptions(list.value) : list;
  const offered = values.ok ? values.value.windowScale : undefined;
  return rcvShift === null || offered === undefined ? null : shiftInForce(offered);
}

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
  return step(next, synOf(next, tcpFlag.SYN | tcpFlag.ACK));
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
    return step(received, synOf(received, tcpFlag.SYN | tcpFlag.ACK));
  }
  const sent = transmit({ ...next, state: "ESTABLISHED", sndUna: acknowledged });
  return step(sent.connection, ...(sent.send.length > 0 ? sent.send : [acknowledgment(sent.connection)]));
}
