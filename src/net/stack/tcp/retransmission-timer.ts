import { backOffRto, initialRto, sampleRtt, type RtoState } from "../rto.ts";
import type { BareSegment } from "../tcp-reset.ts";
import type { Connection, TcpState } from "./connection.ts";
import { distance } from "./sequence.ts";
import { isShutOut, retransmission, windowProbe } from "./transmission.ts";

/** The one timer that a connection has for what nobody has acknowledged (RFC 6298 §5). Times in ms. */
export type RetransmissionTimer = {
  readonly rto: RtoState;
  /** When it runs out; null: it does not run. */
  readonly expires: number | null;
  /** The text whose round trip is being measured: the number behind it, and when it went out. */
  readonly timed: { readonly end: number; readonly sentAt: number } | null;
  /** How often the earliest segment has been sent again. */
  readonly retries: number;
  /** The timer ran out on a SYN. */
  readonly synLost: boolean;
};

export const stoppedTimer: RetransmissionTimer = {
  rto: initialRto,
  expires: null,
  timed: null,
  retries: 0,
  synLost: false,
};

const opening: ReadonlySet<TcpState> = new Set(["SYN-SENT", "SYN-RECEIVED"]);

/** The timer after any step that made `after` of `before` at `now`, but for its own running out. */
export function timerAfter(
  timer: RetransmissionTimer,
  before: Connection,
  after: Connection,
  now: number,
): RetransmissionTimer {
  if (after.state === "CLOSED" || after.state === "LISTEN") return stoppedTimer;
  const acknowledged = distance(before.sndUna, after.sndUna) > 0;
  const measured = timer.timed !== null && distance(timer.timed.end, after.sndUna) >= 0 ? timer.timed : null;
  let rto = measured === null ? timer.rto : sampleRtt(timer.rto, now - measured.sentAt, false);
  // §5.7: after a lost SYN nobody knows the path; data begins with three seconds.
  if (timer.synLost && opening.has(before.state) && !opening.has(after.state))
    rto = { ...initialRto, rto: 3000 };
  const sent = distance(before.sndNxt, after.sndNxt) > 0;
  const timed = measured === null ? timer.timed : null;
  return {
    rto,
    expires: expiryAfter(timer, after, acknowledged, now, rto),
    timed: timed === null && sent ? { end: after.sndNxt, sentAt: now } : timed,
    retries: acknowledged ? 0 : timer.retries,
    synLost: timer.synLost && opening.has(after.state),
  };
}

/**
 * §5.1: it runs while something is out. §5.2: nothing is, it stops. §5.3: news begin it anew. A shut window counts as
 * something out: the peer may have told of its opening, and nobody heard it (RFC 9293 §3.8.6.1).
 */
function expiryAfter(
  { expires }: RetransmissionTimer,
  connection: Connection,
  acknowledged: boolean,
  now: number,
  { rto }: RtoState,
): number | null {
  if (connection.sndUna === connection.sndNxt && !isShutOut(connection)) return null;
  return acknowledged || expires === null ? now + rto : expires;
}

/**
 * It ran out: the earliest segment goes out again, or a probe of a shut window, and the next wait is twice as long
 * (§5.4 to §5.6). What is sent twice is not measured (Karn's algorithm, §3).
 */
export function timerExpired(
  timer: RetransmissionTimer,
  before: Connection,
  now: number,
): {
  readonly timer: RetransmissionTimer;
  readonly connection: Connection;
  readonly send: BareSegment | null;
} {
  const { connection, send } = isShutOut(before)
    ? windowProbe(before)
    : { connection: before, send: retransmission(before) };
  if (send === null) return { timer: { ...timer, expires: null }, connection, send };
  const rto = backOffRto(timer.rto);
  return {
    timer: {
      rto,
      expires: now + rto.rto,
      timed: null,
      retries: timer.retries + 1,
      synLost: timer.synLost || opening.has(before.state),
    },
    connection,
    send,
  };
}
