import { concatBytes } from "../../bytes/byte-string.ts";
import { tcpFlag } from "../../wire/tcp.ts";
import { closed, nothing, step, type Connection, type TcpState, type TcpStep } from "./connection.ts";
import { segmentOf, synOf, transmit } from "./transmission.ts";
import { advance } from "./sequence.ts";

/** `iss` is drawn by the caller, 32 bits; `rcvWnd` and `mss` in bytes; `windowScale`, 0 to 14, is what a SYN offers. */
export type TcpEnd = {
  readonly localPort: number;
  readonly remotePort: number;
  readonly iss: number;
  readonly rcvWnd: number;
  readonly mss: number;
  readonly windowScale?: number;
};

const fresh = ({ windowScale, ...end }: TcpEnd): Connection => ({
  ...end,
  rcvShift: windowScale ?? null,
  sndShift: null,
  state: "CLOSED",
  passive: false,
  sndUna: end.iss,
  sndNxt: end.iss,
  sndWnd: 0,
  sndWl1: 0,
  sndWl2: 0,
  maxSndWnd: 0,
  rcvNxt: 0,
  outgoing: nothing,
  finQueued: false,
  finSent: false,
  early: [],
  timeWaitEnds: 0,
});

/** A port where nothing listens. */
export const closedEnd = (end: TcpEnd): Connection => fresh(end);

/** Passive OPEN (RFC 9293 §3.10.1). */
export const listen = (end: TcpEnd): Connection => ({
  ...fresh(end),
  state: "LISTEN",
  remotePort: 0,
  passive: true,
});

/** Active OPEN (RFC 9293 §3.10.1): sends SYN. */
export function connect(end: TcpEnd): TcpStep {
  const connection: Connection = { ...fresh(end), state: "SYN-SENT", sndNxt: advance(end.iss, 1) };
  return step(connection, synOf(connection, tcpFlag.SYN));
}

/** SEND (RFC 9293 §3.10.2); null: in this state nothing can be sent. Text of an opening connection waits. */
export function write(connection: Connection, bytes: Uint8Array): TcpStep | null {
  const { state, finQueued, outgoing } = connection;
  const opening = state === "SYN-SENT" || state === "SYN-RECEIVED";
  if (finQueued || !(opening || state === "ESTABLISHED" || state === "CLOSE-WAIT")) return null;
  const queued = { ...connection, outgoing: concatBytes(outgoing, bytes) };
  if (opening) return step(queued);
  const sent = transmit(queued);
  return step(sent.connection, ...sent.send);
}

/** CLOSE (RFC 9293 §3.10.4) of the sending side; null: it is closed already. In SYN-RECEIVED it waits. */
export function close(connection: Connection): TcpStep | null {
  const { state, finQueued } = connection;
  if (finQueued) return null;
  if (state === "LISTEN" || state === "SYN-SENT") return step(closed(connection));
  if (state === "SYN-RECEIVED") return step({ ...connection, finQueued: true });
  if (state !== "ESTABLISHED" && state !== "CLOSE-WAIT") return null;
  const next = state === "ESTABLISHED" ? "FIN-WAIT-1" : "LAST-ACK";
  const sent = transmit({ ...connection, state: next, finQueued: true });
  return step(sent.connection, ...sent.send);
}

const resetStates: ReadonlySet<TcpState> = new Set([
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSE-WAIT",
]);

/** ABORT (RFC 9293 §3.10.5): RST where the peer still takes part. */
export function abort(connection: Connection): TcpStep {
  return resetStates.has(connection.state)
    ? step(closed(connection), segmentOf(connection, tcpFlag.RST))
    : step(closed(connection));
}

/** The end of TIME-WAIT (RFC 9293 §3.10.8); `now` in ms. */
export const elapse = (connection: Connection, now: number): Connection =>
  connection.state === "TIME-WAIT" && now >= connection.timeWaitEnds ? closed(connection) : connection;
