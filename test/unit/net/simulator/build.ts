import { buildNetwork, type Network } from "#net/simulator/network.ts";
import type { JournalEntry } from "#net/simulator/journal.ts";
import { Simulation, type SimulationOptions } from "#net/simulator/simulation.ts";
import type { LinkDescription, NodeDescription, Topology } from "#net/simulator/topology.ts";

/** Networks and journals as tests write and read them. */
export function networkOf(topology: Topology): Network {
  const built = buildNetwork(topology);
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  return built.network;
}

export const simulationOf = (topology: Topology, options: Partial<SimulationOptions> = {}): Simulation =>
  new Simulation(networkOf(topology), { seed: 1, ...options });

/** `A.eth0-B.eth0` */
export function cable(text: string, more: Partial<LinkDescription> = {}): LinkDescription {
  const [a = "", b = ""] = text.split("-");
  const end = (plug: string) => {
    const [node = "", name = ""] = plug.split(".");
    return { node, interface: name };
  };
  return { name: text, ends: [end(a), end(b)], ...more };
}

export const host = (name: string, address: string, gateway?: string): NodeDescription => ({
  kind: "host",
  name,
  interfaces: [{ name: "eth0", addresses: [address] }],
  routes: gateway === undefined ? [] : [{ destination: "0.0.0.0/0", gateway, interface: "eth0" }],
});

/** The entries of one kind. */
export const only = <K extends JournalEntry["kind"]>(
  journal: readonly JournalEntry[],
  kind: K,
): Extract<JournalEntry, { kind: K }>[] =>
  journal.filter((entry): entry is Extract<JournalEntry, { kind: K }> => entry.kind === kind);

/** What the programs said. */
export const outputs = (journal: readonly JournalEntry[]) =>
  only(journal, "printed").map(({ output }) => output);
