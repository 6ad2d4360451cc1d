import { buildNetwork, type Network } from "#net/simulator/network.ts";
import { Simulation } from "#net/simulator/simulation.ts";
import type { LinkDescription, NodeDescription, Topology } from "#net/simulator/topology.ts";
import { ping } from "#net/stack/programs/ping.ts";

const hostsPerLan = 18;
const end = (node: string, name: string) => ({ node, interface: name });

/** LANs of 18 hosts, a switch and a router each, round one router in the middle: about `nodes` nodes. */
export function largeTopology(nodes: number): Topology {
  const lans = Array.from({ length: Math.round(nodes / (hostsPerLan + 2)) }, (_, i) => lan(i));
  const middle: NodeDescription = {
    kind: "router",
    name: "middle",
    interfaces: lans.map((_, i) => ({ name: `if${i}`, addresses: [`10.255.${i}.1/24`] })),
    routes: lans.map((_, i) => ({
      destination: `10.${i}.0.0/24`,
      gateway: `10.255.${i}.2`,
      interface: `if${i}`,
    })),
  };
  return {
    nodes: [middle, ...lans.flatMap((one) => one.nodes)],
    links: lans.flatMap((one) => one.links),
  };
}

function lan(i: number): { nodes: NodeDescription[]; links: LinkDescription[] } {
  const numbers = Array.from({ length: hostsPerLan }, (_, h) => h);
  const router: NodeDescription = {
    kind: "router",
    name: `R${i}`,
    interfaces: [
      { name: "up", addresses: [`10.255.${i}.2/24`] },
      { name: "lan", addresses: [`10.${i}.0.1/24`] },
    ],
    routes: [{ destination: "0.0.0.0/0", gateway: `10.255.${i}.1`, interface: "up" }],
  };
  const bridge: NodeDescription = {
    kind: "switch",
    name: `S${i}`,
    ports: ["up", ...numbers.map((h) => `p${h}`)],
  };
  const hosts = numbers.map((h): NodeDescription => ({
    kind: "host",
    name: `H${i}-${h}`,
    interfaces: [{ name: "eth0", addresses: [`10.${i}.0.${h + 10}/24`] }],
    routes: [{ destination: "0.0.0.0/0", gateway: `10.${i}.0.1`, interface: "eth0" }],
  }));
  return {
    nodes: [router, bridge, ...hosts],
    links: [
      { name: `middle-R${i}`, ends: [end("middle", `if${i}`), end(`R${i}`, "up")] },
      { name: `S${i}-R${i}`, ends: [end(`S${i}`, "up"), end(`R${i}`, "lan")] },
      ...numbers.map((h): LinkDescription => ({
        name: `H${i}-${h}`,
        ends: [end(`H${i}-${h}`, "eth0"), end(`S${i}`, `p${h}`)],
      })),
    ],
  };
}

/** Every host pings another, most of them in another LAN, ten times a second and without an end. */
export function busySimulation(topology: Topology, writer: () => void): Simulation {
  const built = buildNetwork(topology);
  if (!built.ok) throw new Error(JSON.stringify(built.faults[0]));
  const simulation = new Simulation(built.network, { seed: 1, writer });
  const hosts = hostsOf(built.network);
  for (const [i, { name }] of hosts.entries()) {
    const destination = hosts[(i * 7 + 11) % hosts.length]?.address;
    if (destination === undefined) continue;
    simulation.start(name, ping({ destination, count: Infinity, interval: 100 }), i % 100);
  }
  return simulation;
}

const hostsOf = ({ stations }: Network) =>
  stations.flatMap(({ name, forwarding, interfaces }) => {
    const address = interfaces[0]?.addresses[0]?.address;
    return forwarding || address === undefined ? [] : [{ name, address }];
  });
