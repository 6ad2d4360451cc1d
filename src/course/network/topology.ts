import type { NodeDescription, StationDescription, Topology } from "../../net/simulator/topology.ts";
import { courseLinks, courseNetwork, type CourseLink } from "./course-network.ts";

/**
 * A network in the course's vocabulary as the simulator wants it. Rows of connected networks fall away: they follow
 * from the interfaces. A link of more than two ends gets a switch, `SW1`, `SW2` …; links are named after their ends:
 * `A-SW1`, `R1-R2`.
 */
export function toTopology(network: Network, links: readonly CourseLink[]): Topology {
  const stations = Object.entries(network).map(([name, host]) => toStation(name, host));
  const switches: NodeDescription[] = [];
  const cables: Topology["links"][number][] = [];
  for (const { kind, ends } of links) {
    const plugs = ends.map(([node, name]) => ({ node, interface: name }));
    const [a, b] = plugs;
    if (a !== undefined && b !== undefined && plugs.length === 2) {
      const pointToPoint = kind === "point-to-point";
      cables.push({ name: `${a.node}-${b.node}`, ends: [a, b], pointToPoint });
      continue;
    }
    const name = `SW${switches.length + 1}`;
    switches.push({ kind: "switch", name, ports: plugs.map((_, i) => `p${i + 1}`) });
    for (const [i, plug] of plugs.entries()) {
      cables.push({ name: `${plug.node}-${name}`, ends: [plug, { node: name, interface: `p${i + 1}` }] });
    }
  }
  return { nodes: [...stations, ...switches], links: cables };
}

const toStation = (name: string, { ifaces, routes, forwarding }: Host): StationDescription => ({
  kind: forwarding ? "router" : "host",
  name,
  interfaces: ifaces.map(({ name: at, ip, prefix }) => ({
    name: at,
    addresses: ip === null ? [] : [`${ip}/${prefix}`],
  })),
  routes: routes
    .filter(({ gateway }) => gateway !== null && gateway !== "0.0.0.0")
    .map(({ dest, gateway, iface, metric }) => ({ destination: dest, gateway, interface: iface, metric })),
});

/** The network of the chapter on routing: A, B, C, R1, R2, R3, the provider and a server behind it. */
export const courseTopology: Topology = toTopology(courseNetwork, courseLinks);
