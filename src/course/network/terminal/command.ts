import type { JournalEntry } from "../../../net/simulator/journal.ts";
import type { Simulation } from "../../../net/simulator/simulation.ts";
import type { NetworkFigure } from "../figure.ts";

/** What a command sees and may change. */
export type Machine = {
  /** Name of the node on which it is typed. */
  readonly node: string;
  readonly simulation: Simulation;
  /** The network as it is configured now. */
  readonly figure: NetworkFigure;
  /** Puts another network in its place: routes are changed in the running one, addresses in a fresh one. */
  readonly configure: (figure: NetworkFigure) => ConfigureResult;
  /** Runs until the program has ended, and gives what happened meanwhile. */
  readonly run: (program: number) => readonly JournalEntry[];
};

/** Codes of `buildNetwork`, by place. */
export type ConfigureResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly faults: readonly { readonly path: string; readonly code: string }[] };

/** What a command writes: lines without their line ends, as the real program writes them. */
export type Output = readonly string[];

/** A program of the terminal: its words come without its name. */
export type Command = (words: readonly string[], machine: Machine) => Output;

/** The station on which a command is typed. */
export function stationOf({ figure, node }: Pick<Machine, "figure" | "node">) {
  const found = figure.nodes.find(({ name }) => name === node);
  if (found === undefined || !("interfaces" in found)) throw new RangeError(`no host or router: ${node}`);
  return found;
}
export type Station = ReturnType<typeof stationOf>;

/** The figure with another station in the place of one of that name. */
export const withStation = (figure: NetworkFigure, station: Station): NetworkFigure => ({
  ...figure,
  nodes: figure.nodes.map((node) => (node.name === station.name ? station : node)),
});
