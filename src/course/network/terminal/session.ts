import type { NodeBehaviour } from "../../../net/stack/host/node.ts";
import type { Fault } from "../../../net/simulator/faults.ts";
import type { JournalEntry } from "../../../net/simulator/journal.ts";
import { buildNetwork } from "../../../net/simulator/network.ts";
import { Simulation } from "../../../net/simulator/simulation.ts";
import { topologyOf, type NetworkFigure } from "../figure.ts";
import { ipAddr } from "./addresses.ts";
import type { Command, ConfigureResult, Machine, Output } from "./command.ts";
import { arp, ipNeigh } from "./neighbours.ts";
import { ping, traceroute } from "./programs.ts";
import { route } from "./route-table.ts";
import { ipRoute } from "./routes.ts";

export type SessionOptions = {
  readonly seed: number;
  readonly faults?: readonly Fault[];
  readonly behaviours?: Readonly<Record<string, NodeBehaviour>>;
  /** Programs in the place of those of the same name. */
  readonly commands?: ReadonlyMap<string, Command>;
};

/** What a command wrote, and what the network did meanwhile. */
export type Answer = { readonly output: Output; readonly journal: readonly JournalEntry[] };

/** Terminals on the hosts and routers of one simulated network. The same commands give the same answers. */
export type NetworkSession = {
  /** Types a line on a node; the clock goes on as long as the command runs, and one second more. */
  run(node: string, line: string): Answer;
  /** The network as it is configured now. */
  figure(): NetworkFigure;
  /** Everything that has happened since it was last configured. */
  journal(): readonly JournalEntry[];
};

/** Opens a session; throws a RangeError when the figure is no sound network, since a page is made from sound ones. */
export function openSession(start: NetworkFigure, options: SessionOptions): NetworkSession {
  let figure = start;
  let simulation = simulate(figure, options);

  const configure = (next: NetworkFigure): ConfigureResult => {
    const built = buildNetwork(topologyOf(next));
    if (!built.ok) return { ok: false, faults: built.faults };
    if (sameBut("routes", figure, next)) {
      for (const { name, routes } of built.network.stations) simulation.setRoutes(name, routes);
      simulation.runUntil(simulation.now);
    } else {
      simulation = new Simulation(built.network, options);
    }
    figure = next;
    return { ok: true };
  };

  return {
    figure: () => figure,
    journal: () => simulation.journal,
    run(node, line) {
      const from = simulation.journal.length;
      const before = simulation;
      const machine: Machine = {
        node,
        get simulation() {
          return simulation;
        },
        get figure() {
          return figure;
        },
        configure,
        run: (program) => runProgram(simulation, program),
      };
      const output = execute(line, machine, options.commands);
      simulation.runUntil(simulation.now + 1000);
      return { output, journal: simulation.journal.slice(simulation === before ? from : 0) };
    },
  };
}

function simulate(figure: NetworkFigure, options: SessionOptions): Simulation {
  const built = buildNetwork(topologyOf(figure));
  if (!built.ok) throw new RangeError(JSON.stringify(built.faults));
  return new Simulation(built.network, options);
}

/** Whether two figures differ at most in that member of their nodes. */
function sameBut(member: string, a: NetworkFigure, b: NetworkFigure): boolean {
  const without = (figure: NetworkFigure): string =>
    JSON.stringify(figure, (key, value: unknown) => (key === member ? undefined : value));
  return without(a) === without(b);
}

/** Happenings; a program that needs more runs into a network that never rests. */
const longest = 200_000;

function runProgram(simulation: Simulation, program: number): readonly JournalEntry[] {
  const from = simulation.journal.length;
  let seen = from;
  for (let count = 0; count < longest && simulation.step(); count++) {
    for (; seen < simulation.journal.length; seen++) {
      const entry = simulation.journal[seen];
      if (entry?.kind === "ended" && entry.program === program) return simulation.journal.slice(from);
    }
  }
  return simulation.journal.slice(from);
}

const ipObjects: readonly (readonly [name: string, command: Command])[] = [
  ["address", ipAddr],
  ["route", ipRoute],
  ["neighbour", ipNeigh],
  ["neighbor", ipNeigh],
];

/** `ip a`, `ip addr`, `ip address`: any beginning of the object's name, as iproute2 has it. */
const ip: Command = ([object = "", ...words], machine) => {
  const rest = object === "-4" ? words : [object, ...words];
  const [name = "", ...more] = rest;
  const found = name === "" ? undefined : ipObjects.find(([full]) => full.startsWith(name));
  if (name === "") return ["Usage: ip [ -4 ] { address | route | neigh } { COMMAND }"];
  return found === undefined ? [`Object "${name}" is unknown, try "ip help".`] : found[1](more, machine);
};

/** The programs of the terminal, by name. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ["arp", arp],
  ["ip", ip],
  ["ping", ping],
  ["route", route],
  ["traceroute", traceroute],
]);

function execute(line: string, machine: Machine, others: SessionOptions["commands"]): Output {
  const [name = "", ...words] = line.trim().split(/\s+/);
  if (name === "") return [];
  const command = others?.get(name) ?? commands.get(name);
  return command === undefined ? [`bash: ${name}: command not found`] : command(words, machine);
}
