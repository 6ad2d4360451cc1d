import { tcpOptionKind } from "../../wire/tcp-options.ts";
import { tcpFlag } from "../../wire/tcp.ts";
import type { BareSegment } from "../tcp-reset.ts";
import { nothing, type Connection } from "./connection.ts";
import { advance, distance } from "./sequence.ts";
import { fieldOfWindow } from "./window-scale.ts";

/** A segment of this connection; unless it is a SYN or RST alone, it acknowledges all that came. */
export const segmentOf = (
  connection: Connection,
  flags: number,
  sequenceNumber = connection.sndNxt,
  payload: Uint8Array = nothing,
): BareSegment => ({
  sourcePort: connection.localPort,
  destinationPort: connection.remotePort,
  sequenceNumber,
  acknowledgmentNumber: (flags & tcpFlag.ACK) === 0 ? 0 : connection.rcvNxt,
  flags,
  window: (flags & tcpFlag.RST) === 0 ? windowField(connection) : 0,
  urgentPointer: 0,
  options: nothing,
  payload,
});

/** What the Window field says, outside SYNs. */
const windowField = ({ rcvWnd, rcvShift, sndShift }: Connection): number =>
  fieldOfWindow(rcvWnd, sndShift === null ? 0 : (rcvShift ?? 0));

/** A SYN: its window is not scaled; with ACK it offers scaling only to who offered it (RFC 7323 §2.2). */
export function synOf(connection: Connection, flags: number): BareSegment {
  const { iss, rcvShift, sndShift } = connection;
  const offers = (flags & tcpFlag.ACK) === 0 || sndShift !== null;
  return {
    ...segmentOf({ ...connection, sndShift: null }, flags, iss),
    options:
      rcvShift !== null && offers
        ? Uint8Array.of(tcpOptionKind.noOperation, tcpOptionKind.windowScale, 3, rcvShift)
        : nothing,
  };
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; also the challenge ACK of RFC 5961. */
export const acknowledgment = (connection: Connection): BareSegment => segmentOf(connection, tcpFlag.ACK);

/** Bytes of `outgoing` that were sent at least once. */
function sentBytes({ sndUna, sndNxt, finSent }: Connection): number {
  const flying = distance(sndUna, sndNxt);
  return finSent && flying > 0 ? flying - 1 : flying;
}

const textSegment = (connection: Connection, from: number, to: number): BareSegment =>
  segmentOf(
    connection,
    // PSH on the last segment at hand (RFC 9293 §3.9.1.2).
    to === connection.outgoing.length ? tcpFlag.ACK | tcpFlag.PSH : tcpFlag.ACK,
    advance(connection.sndUna, from),
    connection.outgoing.subarray(from, to),
  );

/** Sends what the peer's window allows, and FIN once all text is out (RFC 9293 §3.10.2, §3.10.4). */
export function transmit(before: Connection): { connection: Connection; send: readonly BareSegment[] } {
  let connection = before;
  const send: BareSegment[] = [];
  const allowed = Math.min(connection.outgoing.length, connection.sndWnd);
  for (let from = sentBytes(connection); from < allowed; from = sentBytes(connection)) {
    const to = Math.min(from + connection.mss, allowed);
    send.push(textSegment(connection, from, to));
    connection = { ...connection, sndNxt: advance(connection.sndUna, to) };
  }
  if (connection.finQueued && !connection.finSent && sentBytes(connection) === connection.outgoing.length) {
    send.push(segmentOf(connection, tcpFlag.FIN | tcpFlag.ACK));
    connection = { ...connection, finSent: true, sndNxt: advance(connection.sndNxt, 1) };
  }
  return { connection, send };
}

/** The retransmission timer ran out (RFC 6298 §5.4): the earliest segment that nobody has acknowledged, again. */
export function retransmission(connection: Connection): BareSegment | null {
  const { state, sndUna, sndNxt, mss } = connection;
  if (state === "SYN-SENT") return synOf(connection, tcpFlag.SYN);
  if (state === "SYN-RECEIVED") return synOf(connection, tcpFlag.SYN | tcpFlag.ACK);
  if (state === "CLOSED" || sndUna === sndNxt) return null;
  const sent = sentBytes(connection);
  return sent > 0
    ? textSegment(connection, 0, Math.min(mss, sent))
    : segmentOf(connection, tcpFlag.FIN | tcpFlag.ACK, sndUna);
}

/** Whether text waits for a window that is shut, with nothing out whose answer could tell of its opening. */
export const isShutOut = (connection: Connection): boolean =>
  (connection.state === "ESTABLISHED" ||
    connection.state === "CLOSE-WAIT" ||
    connection.state === "FIN-WAIT-1" ||
    connection.state === "LAST-ACK") &&
  connection.sndWnd === 0 &&
  connection.sndUna === connection.sndNxt &&
  connection.outgoing.length > 0;

/**
 * The probe of a shut window (RFC 9293 §3.8.6.1): one byte of the text that waits, whatever the window. It is out from
 * then on like any other, and repeated until it is acknowledged.
 */
export function windowProbe(connection: Connection): { connection: Connection; send: BareSegment } {
  const send = textSegment(connection, 0, 1);
  return { connection: { ...connection, sndNxt: advance(connection.sndNxt, 1) }, send };
}
