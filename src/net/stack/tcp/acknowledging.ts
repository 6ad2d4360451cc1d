import type { TcpSegment } from "../../wire/tcp.ts";
import { resetFor, segmentLength, type BareSegment } from "../tcp-reset.ts";
import { closed, timeWaitLength, type Connection } from "./connection.ts";
import { advance, distance, isWithin } from "./sequence.ts";
import { acknowledgment } from "./transmission.ts";
import { windowOfField } from "./window-scale.ts";

/** `drop`: the rest of the segment is not read. `answer`: it must be acknowledged whatever else it holds. */
export type AckVerdict =
  | { readonly kind: "drop"; readonly send: readonly BareSegment[] }
  | { readonly kind: "go-on"; readonly connection: Connection; readonly answer: boolean };

/** Step five of RFC 9293 §3.10.7.4: the acknowledgment of an acceptable segment that has one. */
export function acceptAck(before: Connection, segment: TcpSegment, now: number): AckVerdict {
  const seen = segment.acknowledgmentNumber;
  if (before.state === "SYN-RECEIVED") {
    if (!isWithin(advance(before.sndUna, 1), seen, before.sndNxt)) {
      const reset = resetFor(segment);
      return { kind: "drop", send: reset === null ? [] : [reset] };
    }
    const state = before.finQueued ? "FIN-WAIT-1" : "ESTABLISHED";
    const opened: Connection = { ...before, state, sndUna: seen, ...windowOf(before, segment) };
    return { kind: "go-on", connection: opened, answer: false };
  }
  // RFC 5961 §5.2; and no number before the ISS was ever ours to acknowledge.
  const oldest = Math.min(before.maxSndWnd, distance(before.iss, before.sndUna));
  if (!isWithin(advance(before.sndUna, -oldest), seen, before.sndNxt)) {
    return { kind: "drop", send: [acknowledgment(before)] };
  }
  return afterFin(acknowledge(before, segment), segment, now);
}

function acknowledge(before: Connection, segment: TcpSegment): Connection {
  const { sndUna, sndWl1, sndWl2, outgoing } = before;
  const seen = segment.acknowledgmentNumber;
  const news = distance(sndUna, seen);
  // An old duplicate changes nothing.
  if (news < 0) return before;
  const ahead = distance(sndWl1, segment.sequenceNumber);
  const newer = ahead > 0 || (ahead === 0 && distance(sndWl2, seen) >= 0);
  return {
    ...before,
    sndUna: seen,
    // Our FIN counts for one, and has no byte here.
    outgoing: outgoing.subarray(Math.min(news, outgoing.length)),
    ...(newer ? windowOf(before, segment) : {}),
  };
}

function windowOf({ maxSndWnd, sndShift }: Connection, segment: TcpSegment) {
  const sndWnd = windowOfField(segment.window, sndShift ?? 0);
  return {
    sndWnd,
    maxSndWnd: Math.max(maxSndWnd, sndWnd),
    sndWl1: segment.sequenceNumber,
    sndWl2: segment.acknowledgmentNumber,
  };
}

/** Where our FIN is acknowledged, the state moves on. */
function afterFin(connection: Connection, segment: TcpSegment, now: number): AckVerdict {
  const goOn = (next: Connection, answer = false): AckVerdict => ({
    kind: "go-on",
    connection: next,
    answer,
  });
  const timeWait = { ...connection, state: "TIME-WAIT", timeWaitEnds: now + timeWaitLength } as const;
  // Only a repeated FIN can arrive here: it is acknowledged, and the wait begins again.
  if (connection.state === "TIME-WAIT") {
    return segmentLength(segment) > 0 ? goOn(timeWait, true) : goOn(connection);
  }
  if (!connection.finSent || connection.sndUna !== connection.sndNxt) return goOn(connection);
  if (connection.state === "FIN-WAIT-1") return goOn({ ...connection, state: "FIN-WAIT-2" });
  if (connection.state === "CLOSING") return goOn(timeWait);
  return goOn(connection.state === "LAST-ACK" ? closed(connection) : connection);
}
