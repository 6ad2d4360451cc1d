import { createNode, type NodeBehaviour, type NodeState } from "../stack/host/node.ts";
import type { Program } from "../stack/host/process.ts";
import { stepNode, type NodeEvent } from "../stack/host/step.ts";
import type { NodeAction } from "../stack/host/turn.ts";
import { seedFor } from "../stack/random.ts";
import type { Route } from "../stack/routing-table.ts";
import { formatMac } from "../wire/mac.ts";
import type { Prefix } from "../wire/prefix.ts";
import { bridgeFrame, type BridgeState } from "./bridge.ts";
import { EventQueue } from "./event-queue.ts";
import { isLinkFault, type Fault, type NodeFault } from "./faults.ts";
import { journalEventOf } from "./journal-event.ts";
import type { JournalEntry, JournalEvent, JournalWriter, Place } from "./journal.ts";
import type { Network } from "./network.ts";
import { isDead, withoutOwnIcmp } from "./node-faults.ts";
import { wiresOf, type Wire } from "./wires.ts";

export type SimulationOptions = {
  /** Any integer: the same network, seed, faults and programs give the same journal. */
  readonly seed: number;
  readonly faults?: readonly Fault[];
  /** By the name of the node: decisions that it takes in another way. */
  readonly behaviours?: Readonly<Record<string, NodeBehaviour>>;
  /** Gets the journal instead of `simulation.journal`, which then stays empty. */
  readonly writer?: JournalWriter;
};

type Happening =
  | {
      readonly kind: "arrive";
      readonly place: Place;
      readonly frame: number;
      readonly bytes: Uint8Array;
      readonly because: number;
    }
  | { readonly kind: "node"; readonly node: string; readonly event: NodeEvent }
  | { readonly kind: "start"; readonly node: string; readonly program: number; readonly what: Program };

/**
 * A network at work, on a clock of its own that jumps from one happening to the next. All that it does stands in its
 * journal. Nothing in it reads a real clock or real randomness.
 */
export class Simulation {
  readonly #queue = new EventQueue<Happening>();
  readonly #stations = new Map<string, NodeState>();
  readonly #bridges = new Map<string, BridgeState>();
  readonly #wires: ReadonlyMap<string, ReadonlyMap<string, Wire>>;
  readonly #nodeFaults: readonly NodeFault[];
  readonly #journal: JournalEntry[] = [];
  readonly #write: JournalWriter;
  #entries = 0;
  #frames = 0;
  #programs = 0;
  #now = 0;

  constructor(network: Network, options: SimulationOptions) {
    const { seed, faults = [], behaviours = {}, writer } = options;
    for (const station of network.stations) {
      const behaviour = behaviours[station.name] ?? {};
      const node = createNode({ ...station, behaviour, seed: seedFor(seed, `node ${station.name}`) });
      this.#stations.set(station.name, node);
    }
    for (const { name, kind, ports } of network.bridges) {
      this.#bridges.set(name, { kind, ports, table: new Map() });
    }
    this.#wires = wiresOf(network.links, faults.filter(isLinkFault), seed);
    this.#nodeFaults = faults.filter((fault) => !isLinkFault(fault));
    this.#write = writer ?? ((entry) => void this.#journal.push(entry));
  }

  /** In ms since the simulation began. */
  get now(): number {
    return this.#now;
  }

  /** What has happened so far, in order. It grows; what stands in it does not change. */
  get journal(): readonly JournalEntry[] {
    return this.#journal;
  }

  /** When the next thing happens, in ms; Infinity when nothing will. */
  get nextTime(): number {
    return this.#queue.nextTime;
  }

  /** A host or router as it is now: its tables, what it has learned. */
  station(name: string): NodeState | undefined {
    return this.#stations.get(name);
  }

  /** A switch or hub as it is now. */
  bridge(name: string): BridgeState | undefined {
    return this.#bridges.get(name);
  }

  /** Starts a program on a host or router at a time (now without it); gives its number. */
  start(node: string, what: Program, at = this.#now): number {
    const program = this.#programs++;
    this.#queue.push(Math.max(at, this.#now), { kind: "start", node, program, what });
    return program;
  }

  /** Ends a program, as Ctrl-C does. */
  stop(node: string, program: number, at = this.#now): void {
    this.#queue.push(Math.max(at, this.#now), { kind: "node", node, event: { kind: "stop", program } });
  }

  /** Writes a node's routing table anew, without the connected routes. */
  setRoutes(node: string, routes: readonly Route[], at = this.#now): void {
    this.#queue.push(Math.max(at, this.#now), { kind: "node", node, event: { kind: "routes", routes } });
  }

  /** Empties a node's neighbour caches, of one interface or all (null), of a prefix or all (null). */
  forgetNeighbours(node: string, name: string | null, within: Prefix | null, at = this.#now): void {
    const event = { kind: "forget-neighbours", interface: name, within } as const;
    this.#queue.push(Math.max(at, this.#now), { kind: "node", node, event });
  }

  /** Lets the next thing happen; false when there is none. */
  step(): boolean {
    const next = this.#queue.pop();
    if (next === undefined) return false;
    this.#now = next.at;
    const { item } = next;
    switch (item.kind) {
      case "arrive":
        this.#arrive(item);
        break;
      case "node":
        this.#stepStation(item.node, item.event, null);
        break;
      case "start": {
        const { node, program, what } = item;
        const because = this.#note({ kind: "started", node, program, command: what.command }, null);
        this.#stepStation(node, { kind: "start", program, process: what.process }, because);
      }
    }
    return true;
  }

  /** Runs up to and including that time (ms); stops after `limit` happenings. */
  runUntil(time: number, limit = Infinity): "done" | "limit" {
    for (let count = 0; this.#queue.nextTime <= time; count++) {
      if (count >= limit) return "limit";
      this.step();
    }
    this.#now = Math.max(this.#now, time);
    return "done";
  }

  /** Runs until nothing is left to happen; stops after `limit` happenings, since a loop of switches never rests. */
  runUntilIdle(limit = 1_000_000): "done" | "limit" {
    for (let count = 0; count < limit; count++) if (!this.step()) return "done";
    return this.#queue.size === 0 ? "done" : "limit";
  }

  #arrive({ place, frame, bytes, because }: Extract<Happening, { kind: "arrive" }>): void {
    const received = this.#note({ kind: "received", ...place, frame, bytes }, because);
    const { node, interface: name } = place;
    if (this.#bridges.has(node)) this.#stepBridge(node, name, bytes, received);
    else if (isDead(this.#nodeFaults, node, this.#now)) {
      this.#note({ kind: "dropped", node, interface: name, reason: "dead", bytes }, received);
    } else this.#stepStation(node, { kind: "frame", interface: name, bytes }, received);
  }

  #stepBridge(node: string, port: string, bytes: Uint8Array, because: number): void {
    const bridge = this.#bridges.get(node);
    if (bridge === undefined) return;
    const { bridge: next, out, learned, dropped } = bridgeFrame(bridge, port, bytes, this.#now);
    this.#bridges.set(node, next);
    if (learned !== null) this.#note({ kind: "port-learned", node, port, mac: formatMac(learned) }, because);
    if (dropped !== null) {
      this.#note({ kind: "dropped", node, interface: port, reason: dropped, bytes }, because);
    }
    for (const other of out) this.#send(node, other, bytes, because);
  }

  #stepStation(name: string, event: NodeEvent, because: number | null): void {
    const before = this.#stations.get(name);
    if (before === undefined) return;
    const { node, actions } = stepNode(before, event, this.#now);
    this.#stations.set(name, node);
    const faults = this.#nodeFaults;
    const done = faults.length === 0 ? actions : withoutOwnIcmp(faults, name, node, actions, this.#now);
    for (const action of done) this.#carryOut(name, action, because);
  }

  #carryOut(node: string, action: NodeAction, because: number | null): void {
    if (action.kind === "transmit") this.#send(node, action.interface, action.bytes, because);
    else if (action.kind === "wake") {
      this.#queue.push(action.at, { kind: "node", node, event: { kind: "timer" } });
    } else this.#note(journalEventOf(node, action), because);
  }

  #send(node: string, name: string, bytes: Uint8Array, because: number | null): void {
    const wire = this.#wires.get(node)?.get(name);
    if (wire === undefined) {
      this.#note({ kind: "dropped", node, interface: name, reason: "interface-down", bytes }, because);
      return;
    }
    const frame = this.#frames++;
    const { link, far } = wire;
    const sent = this.#note({ kind: "sent", node, interface: name, link, frame, bytes }, because);
    const carried = wire.medium({ from: node, bytes, now: this.#now, random: wire.random });
    if (typeof carried === "string") {
      this.#note({ kind: "lost", node, interface: name, link, frame, reason: carried }, sent);
      return;
    }
    for (const { after, bytes: arriving } of carried) {
      this.#queue.push(this.#now + after, {
        kind: "arrive",
        place: far,
        frame,
        bytes: arriving,
        because: sent,
      });
    }
  }

  #note(event: JournalEvent, because: number | null): number {
    const n = this.#entries++;
    this.#write({ n, at: this.#now, because, ...event });
    return n;
  }
}
