import type { ProgramOutput } from "../stack/host/program-output.ts";

/**
 * What happened in a simulation, in order. Diagrams, terminals, capture files and checks read it and nothing else.
 * Addresses are text. Bytes are never changed once they stand here.
 */
export type JournalEntry = Stamp & JournalEvent;

export type Stamp = {
  /** Place in the journal, from 0. */
  readonly n: number;
  /** In ms since the simulation began. */
  readonly at: number;
  /** The entry that this one follows from: a frame sent because of one received. Null for what begins by itself. */
  readonly because: number | null;
};

export type JournalEvent =
  | FrameSent
  | FrameReceived
  | FrameLost
  | PacketDropped
  | PacketDelivered
  | NeighbourChanged
  | PortLearned
  | PathMtuLearned
  | RouteChanged
  | NatEntryMade
  | ProgramStarted
  | ProgramPrinted
  | ProgramEnded;

/** Where a node and a link meet. */
export type Place = { readonly node: string; readonly interface: string; readonly link: string };

export type FrameSent = Place & {
  readonly kind: "sent";
  /** One number a frame and link: the same in `sent`, `received` and `lost`. */
  readonly frame: number;
  /** Without preamble and FCS; on a point-to-point link the bare IP packet. */
  readonly bytes: Uint8Array;
};

/** `bytes` differ from those sent where the link damaged them. A frame that the link doubles is received twice. */
export type FrameReceived = Place & {
  readonly kind: "received";
  readonly frame: number;
  readonly bytes: Uint8Array;
};

/** It does not come out at the other end. `node` and `interface` are those of the sender. */
export type FrameLost = Place & {
  readonly kind: "lost";
  readonly frame: number;
  readonly reason: LinkLossReason;
};

/** `mtu`: longer than the link carries, though its sender thought otherwise. */
export type LinkLossReason = "loss" | "link-down" | "mtu";

/** A node gives up a frame or packet. */
export type PacketDropped = {
  readonly kind: "dropped";
  readonly node: string;
  /** Null for a packet of the node itself. */
  readonly interface: string | null;
  /** A stable code: `ttl`, `no-route`, `checksum`, `neighbour-unreachable` … */
  readonly reason: string;
  /** The IP packet, or the frame where none was found in it. */
  readonly bytes: Uint8Array;
};

/** A whole packet reached the node that it is for; `program` got it, or the node itself (null): an echo request. */
export type PacketDelivered = {
  readonly kind: "delivered";
  readonly node: string;
  readonly program: number | null;
  readonly packet: Uint8Array;
};

/** An entry of the neighbour cache (ARP, NDP); null where there is none. */
export type NeighbourChanged = {
  readonly kind: "neighbour";
  readonly node: string;
  readonly interface: string;
  readonly address: string;
  readonly before: NeighbourView | null;
  readonly after: NeighbourView | null;
};

export type NeighbourView = { readonly mac: string | null; readonly state: string };

/** A switch saw a sender behind a port. */
export type PortLearned = {
  readonly kind: "port-learned";
  readonly node: string;
  readonly port: string;
  readonly mac: string;
};

/** A packet to `destination` may have at most `mtu` bytes (RFC 1191, RFC 8201). */
export type PathMtuLearned = {
  readonly kind: "path-mtu";
  readonly node: string;
  readonly destination: string;
  readonly mtu: number;
};

/** An ICMP redirect showed a better first hop to `destination`. */
export type RouteChanged = {
  readonly kind: "route";
  readonly node: string;
  readonly destination: string;
  readonly gateway: string;
};

/** NAT entered a dialogue: `192.168.1.10:5000`, as its remote end sees it with `outsidePort`. */
export type NatEntryMade = {
  readonly kind: "nat";
  readonly node: string;
  /** IP protocol number; the port of ICMP is the identifier. */
  readonly protocol: number;
  readonly inside: string;
  readonly outsidePort: number;
  readonly remote: string;
};

export type ProgramStarted = {
  readonly kind: "started";
  readonly node: string;
  /** One number a program in a simulation. */
  readonly program: number;
  /** `ping 192.168.150.10`. */
  readonly command: string;
};

/** What a program says, as data: the terminal finds the words. */
export type ProgramPrinted = {
  readonly kind: "printed";
  readonly node: string;
  readonly program: number;
  readonly output: ProgramOutput;
};

export type ProgramEnded = { readonly kind: "ended"; readonly node: string; readonly program: number };

/** Whoever keeps the journal; called once an entry, in order. */
export type JournalWriter = (entry: JournalEntry) => void;
