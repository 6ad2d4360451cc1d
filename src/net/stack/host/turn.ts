import type { Mac } from "../../wire/mac.ts";
import type { NatEntry } from "../nat-entry.ts";
import type { Arrival, Draws } from "../router.ts";
import { drawU32 } from "../random.ts";
import type { NodeInterface, NodeState } from "./node.ts";
import type { ProgramOutput } from "./program-output.ts";

/** What a node does. `bytes` of `transmit` are the frame, or the packet on a point-to-point link. */
export type NodeAction =
  | { readonly kind: "transmit"; readonly interface: string; readonly bytes: Uint8Array }
  /** It wants a `timer` event at that time, in ms. */
  | { readonly kind: "wake"; readonly at: number }
  | {
      readonly kind: "drop";
      readonly interface: string | null;
      readonly reason: string;
      readonly bytes: Uint8Array;
    }
  /** A whole packet for the node; `program` null: the node itself takes it. */
  | { readonly kind: "deliver"; readonly program: number | null; readonly packet: Uint8Array }
  | {
      readonly kind: "neighbour";
      readonly interface: string;
      readonly address: string;
      readonly before: NeighbourView | null;
      readonly after: NeighbourView | null;
    }
  | { readonly kind: "path-mtu"; readonly destination: string; readonly mtu: number }
  | { readonly kind: "route"; readonly destination: string; readonly gateway: string }
  | { readonly kind: "nat"; readonly entry: NatEntry }
  | { readonly kind: "print"; readonly program: number; readonly output: ProgramOutput }
  | { readonly kind: "end"; readonly program: number };

export type NeighbourView = { readonly mac: Mac | null; readonly state: string };

/**
 * A node while it works off one event: the functions of this folder replace its state and add to its actions. What
 * leads back to the beginning waits in lists: packets to oneself, packets whose neighbour did not answer, and packets
 * that are to be forwarded again because theirs did.
 */
export type Turn = {
  node: NodeState;
  readonly now: number;
  readonly actions: NodeAction[];
  readonly looped: Uint8Array[];
  readonly unresolved: { readonly interface: string; readonly packet: Uint8Array }[];
  readonly again: { readonly arrival: Arrival; readonly packet: Uint8Array }[];
};

export const beginTurn = (node: NodeState, now: number): Turn => ({
  node,
  now,
  actions: [],
  looped: [],
  unresolved: [],
  again: [],
});

/** 32 random bits. */
export function draw(turn: Turn): number {
  const { value, state } = drawU32(turn.node.random);
  turn.node = { ...turn.node, random: state };
  return value;
}

/** The identification of a packet, one after the other, 16 bits. */
export function nextIdentification(turn: Turn): number {
  const identification = (turn.node.identification + 1) & 0xffff;
  turn.node = { ...turn.node, identification };
  return identification;
}

const msPerDay = 86_400_000;

/** The simulated day begins at midnight. */
export const drawsFor = (turn: Turn): Draws => ({
  identification: nextIdentification(turn),
  timestamp: Math.floor(turn.now) % msPerDay,
});

export const interfaceNamed = (turn: Turn, name: string): NodeInterface | undefined =>
  turn.node.router.interfaces.find((at) => at.name === name);

/** Of packets that no link brought: errors about them are judged as those about any other. */
export const noArrival: Arrival = { interface: "", linkBroadcast: false };
