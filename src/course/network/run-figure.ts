import type { NodeBehaviour } from "../../net/stack/host/node.ts";
import type { JournalEntry } from "../../net/simulator/journal.ts";
import { buildNetwork } from "../../net/simulator/network.ts";
import { Simulation } from "../../net/simulator/simulation.ts";
import { topologyOf, type NetworkFigure } from "./figure.ts";
import { programOf } from "./program-of.ts";

/** The journal of a figure's scenario, or what is wrong with the figure, by place: `links[2].ends`. */
export type FigureRun =
  | { readonly ok: true; readonly journal: readonly JournalEntry[] }
  | { readonly ok: false; readonly faults: readonly { readonly path: string; readonly code: string }[] };

/** Plays the scenario of a figure to its end. The same figure, seed and behaviours give the same journal. */
export function runFigure(
  figure: Pick<NetworkFigure, "nodes" | "links" | "scenario">,
  seed: number,
  behaviours: Readonly<Record<string, NodeBehaviour>> = {},
): FigureRun {
  const built = buildNetwork(topologyOf(figure));
  if (!built.ok) return { ok: false, faults: built.faults };
  const simulation = new Simulation(built.network, { seed, behaviours });
  for (const [index, { node, command, at }] of figure.scenario.entries()) {
    const path = `scenario[${index}]`;
    if (simulation.station(node) === undefined)
      return { ok: false, faults: [{ path: `${path}.node`, code: "unknown-node" }] };
    const read = programOf(command);
    if (!read.ok) return { ok: false, faults: [{ path: `${path}.command`, code: read.code }] };
    simulation.start(node, read.program, at);
  }
  runPrograms(simulation, figure.scenario.length);
  return { ok: true, journal: simulation.journal };
}

/**
 * Runs until the programs have ended, and a little longer for the frames under way. What nodes go on doing by
 * themselves (asking again whether a neighbour is there, RFC 4861 §7.3.3) is no part of the scenario.
 */
export function runPrograms(simulation: Simulation, programs: number): void {
  let seen = 0;
  let ended = 0;
  let until = Infinity;
  for (let count = 0; count < longest && simulation.nextTime <= until; count++) {
    simulation.step();
    for (; seen < simulation.journal.length; seen++) if (simulation.journal[seen]?.kind === "ended") ended++;
    if (ended === programs && until === Infinity) until = simulation.now + afterwards;
  }
}

/** In ms. */
const afterwards = 100;

/** Happenings; a figure that needs more has a loop that never rests. */
const longest = 20_000;
