import { tcpFlag } from "../../wire/tcp.ts";
import type { BareSegment } from "../tcp-reset.ts";
import type { Connection } from "./connection.ts";
import { advance } from "./sequence.ts";
import { segmentOf } from "./transmission.ts";

/** How a silent peer is asked whether it still lives (RFC 9293 §3.8.4). Times in ms. */
export type KeepAliveRules = {
  /** Silence before the first probe. */
  readonly time: number;
  /** Between a probe that nobody answered and the next. */
  readonly interval: number;
  /** That many without an answer end the connection. */
  readonly probes: number;
};

/** Linux's defaults (tcp(7)); RFC 9293 §3.8.4 wants at least two hours, and keep-alive off unless asked for. */
export const linuxKeepAlive: KeepAliveRules = { time: 7_200_000, interval: 75_000, probes: 9 };

/** `lastHeard`: when the peer was last heard; `unanswered`: probes sent since. */
export type KeepAlive = { readonly lastHeard: number; readonly unanswered: number };

export const heardAt = (now: number): KeepAlive => ({ lastHeard: now, unanswered: 0 });

/** What comes next if the peer stays silent, and when: a probe, or the end after the last one went unanswered. */
export const nextKeepAlive = (
  { time, interval, probes }: KeepAliveRules,
  { lastHeard, unanswered }: KeepAlive,
): { readonly at: number; readonly kind: "probe" | "give-up" } => ({
  at: lastHeard + time + unanswered * interval,
  kind: unanswered < probes ? "probe" : "give-up",
});

/** After a probe was sent. */
export const probed = (state: KeepAlive): KeepAlive => ({ ...state, unanswered: state.unanswered + 1 });

/**
 * A probe: an empty segment one below what the peer awaits. It lies outside the window, so a peer that lives
 * acknowledges it, and one that has forgotten the connection resets it. Null while the connection does not stand.
 */
export function keepAliveProbe(connection: Connection): BareSegment | null {
  const { state, sndNxt } = connection;
  return state === "ESTABLISHED" || state === "CLOSE-WAIT"
    ? segmentOf(connection, tcpFlag.ACK, advance(sndNxt, -1))
    : null;
}
