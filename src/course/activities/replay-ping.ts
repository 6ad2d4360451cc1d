import type { JournalEntry } from "../../net/simulator/journal.ts";
import { buildNetwork } from "../../net/simulator/network.ts";
import { Simulation } from "../../net/simulator/simulation.ts";
import { formatIpAddress } from "../../net/wire/prefix.ts";
import { figureSchema, topologyOf, type NetworkFigure } from "../network/figure.ts";
import { programOf } from "../network/program-of.ts";
import { runPrograms } from "../network/run-figure.ts";
import { toTopology } from "../network/topology.ts";
import { runTables } from "./grade-tables.ts";
import type { PartOf } from "./parts.ts";
import { pingedLinks, pingedNetwork } from "./pinged-network.ts";
import type { Ping } from "./pings.ts";

/** Column and row in the drawing, as on the course's other pages. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  A: [0, 0],
  SW1: [1, 0],
  R1: [2, 0],
  R2: [3, 0],
  B: [4, 0],
  C: [0, 1],
  R3: [1, 1],
  FAI: [3, 1],
  S: [4, 1],
  D: [3, 2],
};

/** More than the longest way in the network; who goes in circles is soon done. */
const timeToLive = 8;

export type PingReplay = { readonly figure: NetworkFigure; readonly journal: readonly JournalEntry[] };

/** One ping through the tables of an answer, frame by frame. The answer's rows are at no fault, or nothing is sent. */
export function replayPing(part: PartOf<"tables">, value: readonly string[], { from, to }: Ping): PingReplay {
  const { nodes, links } = toTopology(pingedNetwork, pingedLinks);
  const command = `ping -c 1 -t ${timeToLive} ${formatIpAddress(to.address)}`;
  const figure = figureSchema.parse({
    description: part.figure?.alt ?? part.title,
    nodes: nodes.map((node) => ({ ...node, at: places[node.name] })),
    links,
    scenario: [{ node: from.node, command }],
  });
  const built = buildNetwork(topologyOf(figure));
  const read = programOf(command);
  if (!built.ok || !read.ok) throw new RangeError("the course's network is unsound");
  const simulation = new Simulation(built.network, { seed: 1 });
  for (const [node, { routes }] of Object.entries(runTables(part.fill, value).filled))
    simulation.setRoutes(node, routes);
  simulation.start(from.node, read.program);
  runPrograms(simulation, 1);
  return { figure, journal: simulation.journal };
}
