import type { BareSegment } from "../tcp-reset.ts";

/** RFC 9293 §3.3.2. */
export type TcpState =
  | "CLOSED"
  | "LISTEN"
  | "SYN-SENT"
  | "SYN-RECEIVED"
  | "ESTABLISHED"
  | "FIN-WAIT-1"
  | "FIN-WAIT-2"
  | "CLOSE-WAIT"
  | "CLOSING"
  | "LAST-ACK"
  | "TIME-WAIT";

/** Text of a segment, and whether FIN follows it. */
export type Text = { readonly sequence: number; readonly bytes: Uint8Array; readonly fin: boolean };

/** What one end knows of a connection (RFC 9293 §3.3.1). Sequence numbers are 32 bits, windows are bytes. */
export type Connection = {
  readonly state: TcpState;
  readonly localPort: number;
  /** 0 in LISTEN: any. */
  readonly remotePort: number;
  /** Opened by LISTEN: a connection that fails in SYN-RECEIVED goes back there. */
  readonly passive: boolean;
  readonly iss: number;
  readonly sndUna: number;
  readonly sndNxt: number;
  readonly sndWnd: number;
  /** SEG.SEQ and SEG.ACK of the last window update. */
  readonly sndWl1: number;
  readonly sndWl2: number;
  /** MAX.SND.WND, the largest window that the peer ever offered (RFC 5961 §5.2). */
  readonly maxSndWnd: number;
  readonly rcvNxt: number;
  readonly rcvWnd: number;
  /** Rcv.Wind.Shift (RFC 7323 §2.3), which our SYN offers; null: none. */
  readonly rcvShift: number | null;
  /** Snd.Wind.Shift, which the peer's SYN offered; null unless both did: then no window is scaled. */
  readonly sndShift: number | null;
  /** Bytes of text a segment may have. */
  readonly mss: number;
  /** What the program has written and nobody has acknowledged, from the first such byte on. */
  readonly outgoing: Uint8Array;
  /** The program has closed its side; FIN goes out behind the last byte. */
  readonly finQueued: boolean;
  readonly finSent: boolean;
  /** Text that came before its turn. */
  readonly early: readonly Text[];
  /** When TIME-WAIT ends, in ms. */
  readonly timeWaitEnds: number;
};

/** MSL is two minutes (RFC 9293 §3.4.1); TIME-WAIT lasts twice that (§3.10.7.4). In ms. */
export const timeWaitLength = 240_000;

/** `eof`: the peer has closed its side. `refused`, `reset`: a RST came, before or after the connection stood. */
export type TcpSignal = "eof" | "refused" | "reset";

export type TcpStep = {
  readonly connection: Connection;
  readonly send: readonly BareSegment[];
  /** In order, each byte once. */
  readonly delivered: Uint8Array;
  readonly signal: TcpSignal | null;
};

export const nothing = new Uint8Array();

/** A step in which nothing reaches the program. */
export const step = (connection: Connection, ...send: readonly BareSegment[]): TcpStep => ({
  connection,
  send,
  delivered: nothing,
  signal: null,
});

/** The connection is gone; of what it held, nothing stays. */
export const closed = (connection: Connection): Connection => ({
  ...connection,
  state: "CLOSED",
  outgoing: nothing,
  early: [],
});
