import { icmpv4Type, unreachableCode } from "../../wire/icmpv4.ts";
import { icmpv6Type } from "../../wire/icmpv6.ts";
import type { Prefix } from "../../wire/prefix.ts";
import { isLocal } from "../delivery.ts";
import { icmpv4Error } from "../icmpv4-error.ts";
import { icmpv6Error, unreachable6Code } from "../icmpv6-error.ts";
import { addressOn, type SendAction } from "../router.ts";
import type { Route } from "../routing-table.ts";
import { sourceOf } from "./addresses.ts";
import { receiveFrame } from "./frame-input.ts";
import { receiveIpv4 } from "./ip-input.ts";
import { sendAnswer } from "./ip-output.ts";
import { deliverLocally } from "./local-delivery.ts";
import { stepResolver } from "./neighbours.ts";
import type { NodeState } from "./node.ts";
import type { Process } from "./process.ts";
import { runTimers, startProgram, stopProgram } from "./processes.ts";
import { expireFragments, reassemblyDeadline } from "./reassembly-step.ts";
import { beginTurn, nextIdentification, noArrival, type NodeAction, type Turn } from "./turn.ts";

export type NodeEvent =
  | { readonly kind: "frame"; readonly interface: string; readonly bytes: Uint8Array }
  /** Asked for by a `wake`; too early a one does no harm. */
  | { readonly kind: "timer" }
  | { readonly kind: "start"; readonly program: number; readonly process: Process }
  | { readonly kind: "stop"; readonly program: number }
  /** Somebody writes the routing table anew. */
  | { readonly kind: "routes"; readonly routes: readonly Route[] }
  /** Somebody empties the neighbour caches: of one interface or all, of a prefix or all. */
  | { readonly kind: "forget-neighbours"; readonly interface: string | null; readonly within: Prefix | null };

export type NodeStep = { readonly node: NodeState; readonly actions: readonly NodeAction[] };

/** What a node makes of an event: its new state, and what it does, in order. Changes nothing. `now` in ms. */
export function stepNode(node: NodeState, event: NodeEvent, now: number): NodeStep {
  const turn = beginTurn(node, now);
  takeIn(turn, event);
  finish(turn);
  askToBeWoken(turn);
  return { node: turn.node, actions: turn.actions };
}

function takeIn(turn: Turn, event: NodeEvent): void {
  switch (event.kind) {
    case "frame":
      receiveFrame(turn, event.interface, event.bytes);
      break;
    case "timer":
      wakeUp(turn);
      break;
    case "start":
      startProgram(turn, event.program, event.process);
      break;
    case "stop":
      stopProgram(turn, event.program);
      break;
    case "routes":
      turn.node = { ...turn.node, router: { ...turn.node.router, routes: event.routes } };
      break;
    case "forget-neighbours":
      for (const at of turn.node.router.interfaces) {
        if (event.interface !== null && event.interface !== at.name) continue;
        for (const protocol of ["arp", "ndp"] as const)
          stepResolver(turn, at, protocol, { kind: "forget", within: event.within });
      }
  }
}

/** Whatever is due by now. */
function wakeUp(turn: Turn): void {
  if (turn.node.wakeAt > turn.now) return;
  turn.node = { ...turn.node, wakeAt: Infinity };
  for (const at of turn.node.router.interfaces) {
    const both = turn.node.resolvers.get(at.name);
    for (const protocol of ["arp", "ndp"] as const) {
      if (both !== undefined && both[protocol].deadline <= turn.now) {
        stepResolver(turn, at, protocol, { kind: "tick" });
      }
    }
  }
  const { ipv4, ipv6 } = turn.node.reassembly;
  if (reassemblyDeadline(ipv4, ipv6) <= turn.now) expireFragments(turn);
  runTimers(turn);
}

/** Works off what the event brought back to the beginning. Every packet gets older, so this ends. */
function finish(turn: Turn): void {
  for (;;) {
    const looped = turn.looped.shift();
    const again = looped === undefined ? turn.again.shift() : undefined;
    const unresolved = looped === undefined && again === undefined ? turn.unresolved.shift() : undefined;
    if (looped !== undefined) deliverLocally(turn, noArrival, looped);
    else if (again !== undefined) receiveIpv4(turn, again.arrival, again.packet, true);
    else if (unresolved !== undefined) tellUnreachable(turn, unresolved.interface, unresolved.packet);
    else return;
  }
}

/** Nobody on the link answers for the next hop: the source is told (RFC 1122 §2.3.2.1, RFC 4861 §7.2.2). */
function tellUnreachable(turn: Turn, name: string, packet: Uint8Array): void {
  const error = unreachableError(turn, name, packet);
  if (error !== null) sendAnswer(turn, error);
}

function unreachableError(turn: Turn, name: string, packet: Uint8Array): SendAction | null {
  const { router } = turn.node;
  const source = sourceOf(packet);
  if (source === null) return null;
  // To itself a node speaks from the interface where it failed.
  const own = isLocal(router.interfaces, source) ? addressOn(router, name, source.version) : null;
  if (source.version === 6) {
    const cause = { type: icmpv6Type.destinationUnreachable, code: unreachable6Code.address };
    return icmpv6Error(router, noArrival, packet, cause, own?.value ?? null);
  }
  const cause = { type: icmpv4Type.destinationUnreachable, code: unreachableCode.host };
  const from = own === null ? null : Number(own.value);
  return icmpv4Error(router, noArrival, packet, cause, nextIdentification(turn), from);
}

/** One wake is on its way at a time, unless an earlier one is wanted. */
function askToBeWoken(turn: Turn): void {
  const { node } = turn;
  const deadlines = [reassemblyDeadline(node.reassembly.ipv4, node.reassembly.ipv6)];
  for (const { arp, ndp } of node.resolvers.values()) deadlines.push(arp.deadline, ndp.deadline);
  for (const { timer } of node.programs.values()) deadlines.push(timer);
  const at = Math.min(...deadlines);
  if (at >= node.wakeAt) return;
  turn.node = { ...node, wakeAt: at };
  turn.actions.push({ kind: "wake", at });
}
