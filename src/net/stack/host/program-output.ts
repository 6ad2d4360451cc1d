/** What a program says, as data: who shows it finds the words. Addresses are text, times in ms. */
export type ProgramOutput =
  | {
      readonly kind: "echo-reply";
      readonly from: string;
      readonly sequence: number;
      /** Of the answer, when it came. */
      readonly ttl: number;
      /** Of the ICMP message, header included. */
      readonly bytes: number;
      readonly time: number;
      /** Whether this request had an answer already. */
      readonly duplicate: boolean;
    }
  /** An ICMP error about something that the program sent. */
  | {
      readonly kind: "icmp-error";
      readonly from: string;
      readonly sequence: number;
      readonly type: number;
      readonly code: number;
      /** Of "fragmentation needed" and "packet too big". */
      readonly mtu: number | null;
    }
  /** It never left. */
  | { readonly kind: "send-error"; readonly sequence: number; readonly failure: SendFailure }
  | {
      readonly kind: "ping-summary";
      readonly sent: number;
      readonly received: number;
      readonly errors: number;
      readonly elapsed: number;
    }
  /** What became of one probe of traceroute or tracepath; `from` and `time` are null in case of silence. */
  | {
      readonly kind: "probe";
      readonly ttl: number;
      /** Which one of this TTL, from 1. */
      readonly probe: number;
      readonly answer: "time-exceeded" | "reached" | "unreachable" | "silence";
      readonly from: string | null;
      readonly time: number | null;
      /** Of "unreachable". */
      readonly code: number | null;
    }
  /** A smaller path MTU was learned at this TTL: from the interface (`from` null) or from an ICMP error. */
  | { readonly kind: "path-mtu"; readonly ttl: number; readonly from: string | null; readonly mtu: number }
  | {
      readonly kind: "datagram";
      readonly from: string;
      readonly port: number;
      readonly data: Uint8Array;
    };

/**
 * Why a packet was not sent. `message-too-long`: Don't Fragment, and more bytes than the path takes as far as one
 * knows, which is `mtu`.
 */
export type SendFailure =
  | { readonly reason: "no-route" | "refused" | "out-of-range" }
  | { readonly reason: "message-too-long"; readonly mtu: number };
