import { duplicates, type TopologyFault } from "./topology-fault.ts";
import { readStation, type NetworkStation } from "./read-station.ts";
import {
  linkDefaults,
  type BridgeDescription,
  type LinkDescription,
  type StationDescription,
  type Topology,
} from "./topology.ts";

/** A topology that was read and found sound: what a simulation is built from. */
export type Network = {
  readonly stations: readonly NetworkStation[];
  /** Switches and hubs, with the ports that have a cable. */
  readonly bridges: readonly BridgeDescription[];
  readonly links: readonly NetworkLink[];
};

export type NetworkLink = Required<LinkDescription>;

export type NetworkResult =
  | { readonly ok: true; readonly network: Network }
  /** All faults, not only the first. */
  | { readonly ok: false; readonly faults: readonly TopologyFault[] };

/** The longest IPv4 packet; and the shortest MTU of a link that carries IPv4 (RFC 791 §3.2), in bytes. */
const [largestMtu, smallestMtu] = [65_535, 68];

/** Reads a topology. Interfaces without a link are down. */
export function buildNetwork(topology: Topology): NetworkResult {
  const faults: TopologyFault[] = [
    ...duplicates(topology.nodes, "nodes"),
    ...duplicates(topology.links, "links"),
    ...linkFaults(topology),
  ];
  const links = topology.links.map((link): NetworkLink => ({
    ...linkDefaults,
    pointToPoint: false,
    ...link,
  }));
  const linkAt = (node: string, name: string): NetworkLink | undefined =>
    links.find(({ ends }) => ends.some((end) => end.node === node && end.interface === name));

  let nextMac = 0x02_0000_0000_01;
  const stations = topology.nodes.flatMap((node, i) => {
    if (!isStation(node)) return [];
    const read = readStation(node, `nodes[${i}]`, (name) => linkAt(node.name, name), nextMac);
    faults.push(...read.faults);
    nextMac = read.nextMac;
    return [read.station];
  });
  faults.push(...sharedMacs(stations));
  const bridges = topology.nodes.flatMap((node) =>
    isStation(node)
      ? []
      : [{ ...node, ports: node.ports.filter((port) => linkAt(node.name, port) !== undefined) }],
  );
  return faults.length > 0 ? { ok: false, faults } : { ok: true, network: { stations, bridges, links } };
}

const isStation = (node: Topology["nodes"][number]): node is StationDescription =>
  node.kind === "host" || node.kind === "router";

function linkFaults({ nodes, links }: Topology): TopologyFault[] {
  const faults: TopologyFault[] = [];
  const taken = new Set<string>();
  for (const [i, link] of links.entries()) {
    const path = `links[${i}]`;
    for (const [j, end] of link.ends.entries()) {
      const at = `${path}.ends[${j}]`;
      const node = nodes.find(({ name }) => name === end.node);
      const key = `${end.node} ${end.interface}`;
      if (node === undefined) faults.push({ code: "unknown-node", path: `${at}.node` });
      else if (!interfaceNames(node).includes(end.interface)) {
        faults.push({ code: "unknown-interface", path: `${at}.interface` });
      } else if (taken.has(key)) faults.push({ code: "interface-taken", path: `${at}.interface` });
      taken.add(key);
      // A switch reads MAC addresses, and such a link has none.
      if (link.pointToPoint === true && node !== undefined && !isStation(node)) {
        faults.push({ code: "point-to-point", path });
      }
    }
    const { delay = 0, mtu = smallestMtu, loss = 0 } = link;
    if (!(delay >= 0 && delay < Infinity)) faults.push({ code: "delay", path: `${path}.delay` });
    if (!(loss >= 0 && loss <= 1)) faults.push({ code: "loss", path: `${path}.loss` });
    if (!Number.isInteger(mtu) || mtu < smallestMtu || mtu > largestMtu) {
      faults.push({ code: "mtu", path: `${path}.mtu` });
    }
  }
  return faults;
}

const interfaceNames = (node: Topology["nodes"][number]): readonly string[] =>
  isStation(node) ? node.interfaces.map(({ name }) => name) : node.ports;

/** Two cards with one address confuse every switch. */
function sharedMacs(stations: readonly NetworkStation[]): TopologyFault[] {
  const owners = new Map<number, string>();
  return stations.flatMap(({ path, interfaces }) =>
    interfaces.flatMap(({ mac }, i): TopologyFault[] => {
      const at = `${path}.interfaces[${i}].mac`;
      if (owners.has(mac)) return [{ code: "duplicate-mac", path: at }];
      owners.set(mac, at);
      return [];
    }),
  );
}
