import { concatBytes } from "../../bytes/byte-string.ts";
import { tcpFlag, type TcpSegment } from "../../wire/tcp.ts";
import { timeWaitLength, type Connection, type TcpStep, type Text } from "./connection.ts";
import { advance, distance } from "./sequence.ts";

/**
 * Steps seven and eight of RFC 9293 §3.10.7.4: text and FIN of an acceptable segment. What comes before its turn is
 * kept; what leaves the window or came already is cut off. Null: there is neither text nor FIN, or no more is taken.
 */
export function takeText(before: Connection, segment: TcpSegment, now: number): Omit<TcpStep, "send"> | null {
  const fin = (segment.flags & tcpFlag.FIN) !== 0;
  if (segment.payload.length === 0 && !fin) return null;
  if (!["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"].includes(before.state)) return null;

  const text = withinWindow(before, { sequence: segment.sequenceNumber, bytes: segment.payload, fin });
  const pending = [...before.early.filter((one) => !covers(text, one)), text].sort(
    (a, b) => distance(before.rcvNxt, a.sequence) - distance(before.rcvNxt, b.sequence),
  );
  const parts: Uint8Array[] = [];
  const early: Text[] = [];
  let rcvNxt = before.rcvNxt;
  let ended = false;
  for (const one of pending) {
    const known = distance(one.sequence, rcvNxt);
    if (known < 0) early.push(one);
    else if (!ended && known <= one.bytes.length) {
      parts.push(one.bytes.subarray(known));
      ended = one.fin;
      rcvNxt = advance(one.sequence, one.bytes.length + (one.fin ? 1 : 0));
    }
  }
  const connection = { ...before, rcvNxt, early: ended ? [] : early };
  return {
    connection: ended ? finArrived(connection, now) : connection,
    delivered: concatBytes(...parts),
    signal: ended ? "eof" : null,
  };
}

/** Nothing of `inner` is missing in `outer`. */
const covers = (outer: Text, inner: Text): boolean =>
  distance(outer.sequence, inner.sequence) >= 0 &&
  distance(advance(inner.sequence, inner.bytes.length), advance(outer.sequence, outer.bytes.length)) >= 0 &&
  (outer.fin || !inner.fin);

/** A FIN behind the window's end goes with the text that is cut off. */
function withinWindow({ rcvNxt, rcvWnd }: Connection, text: Text): Text {
  const room = rcvWnd - distance(rcvNxt, text.sequence);
  return {
    ...text,
    bytes: text.bytes.subarray(0, Math.max(0, room)),
    fin: text.fin && text.bytes.length < room,
  };
}

/** Step eight: all the peer's text is here. */
function finArrived(connection: Connection, now: number): Connection {
  if (connection.state === "ESTABLISHED") return { ...connection, state: "CLOSE-WAIT" };
  // Had this segment acknowledged our FIN, the state would be FIN-WAIT-2 by now.
  if (connection.state === "FIN-WAIT-1") return { ...connection, state: "CLOSING" };
  return { ...connection, state: "TIME-WAIT", timeWaitEnds: now + timeWaitLength };
}
