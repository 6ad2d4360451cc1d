import type { IpAddress } from "../../wire/prefix.ts";
import type { ProgramOutput, SendFailure } from "./program-output.ts";

/** Something that runs on a node. `command`: as a person would type it. */
export type Program = { readonly command: string; readonly process: Process };

/**
 * A program as a pure state machine: from an event to what it does, and to the process that takes the next event;
 * null when it has ended. `now` in ms.
 */
export type Process = (event: ProcessEvent, now: number) => ProcessStep;

export type ProcessStep = { readonly process: Process | null; readonly actions: readonly ProcessAction[] };

export type ProcessEvent =
  /** The first event. `draw`: 32 random bits, for identifiers and ports. */
  | { readonly kind: "start"; readonly draw: number }
  | { readonly kind: "timer" }
  /** Every echo reply for the node: whose it is, its identifier says. */
  | {
      readonly kind: "echo-reply";
      readonly from: IpAddress;
      readonly ttl: number;
      readonly identifier: number;
      readonly sequence: number;
      readonly data: Uint8Array;
    }
  /** Every ICMP error for the node; `about` is null when what it quotes cannot be read. */
  | {
      readonly kind: "error";
      readonly from: IpAddress;
      readonly ttl: number;
      readonly version: 4 | 6;
      readonly type: number;
      readonly code: number;
      readonly mtu: number | null;
      readonly about: QuotedPacket | null;
    }
  /** For a port that it listens on. */
  | {
      readonly kind: "datagram";
      readonly from: IpAddress;
      readonly port: number;
      readonly to: IpAddress;
      readonly ownPort: number;
      readonly data: Uint8Array;
    }
  /** The packet of a `send` with that token stayed here. */
  | { readonly kind: "send-failed"; readonly token: number; readonly failure: SendFailure };

/** The packet of one's own that an error is about. */
export type QuotedPacket = { readonly destination: IpAddress } & (
  | { readonly kind: "echo"; readonly identifier: number; readonly sequence: number }
  | { readonly kind: "udp"; readonly sourcePort: number; readonly destinationPort: number }
  | { readonly kind: "other" }
);

export type ProcessAction =
  | { readonly kind: "send"; readonly packet: Outgoing; readonly token: number }
  /** A whole IP packet, as it is. */
  | { readonly kind: "send-packet"; readonly packet: Uint8Array }
  /** One timer a process: the last one set counts. */
  | { readonly kind: "timer"; readonly at: number }
  | { readonly kind: "listen"; readonly port: number }
  | { readonly kind: "print"; readonly output: ProgramOutput };

export type Outgoing = {
  readonly destination: IpAddress;
  /** TTL or Hop Limit. */
  readonly ttl: number;
  /**
   * As `ping -M` has it. `do`: Don't Fragment, and nothing is sent that is longer than the path takes. `want`: the
   * same, but what is longer is cut here. `dont`: cut for the first link, and routers may cut further. IPv6 routers
   * never do: there `dont` is `want`.
   */
  readonly pathMtu: "do" | "want" | "dont";
  readonly content:
    | {
        readonly kind: "echo";
        readonly identifier: number;
        readonly sequence: number;
        readonly data: Uint8Array;
      }
    | {
        readonly kind: "udp";
        readonly sourcePort: number;
        readonly destinationPort: number;
        readonly data: Uint8Array;
      };
};
