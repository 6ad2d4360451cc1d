import type { FilterRule } from "../stack/host/filter.ts";
import type { NodeInterface, NodeSettings } from "../stack/host/node.ts";
import { routeFault } from "../stack/route-validity.ts";
import type { Route } from "../stack/routing-table.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { isGroupMac, parseMac, type Mac } from "../wire/mac.ts";
import { parseAddressWithLength, parseIpAddress, parsePrefix } from "../wire/prefix.ts";
import { readNat } from "./read-nat.ts";
import { duplicates, type TopologyCode, type TopologyFault } from "./topology-fault.ts";
import {
  linkDefaults,
  type InterfaceDescription,
  type LinkDescription,
  type RouteDescription,
  type StationDescription,
} from "./topology.ts";

/** A host or router of a topology; `path` is where it stands there. */
export type NetworkStation = Omit<NodeSettings, "behaviour" | "seed"> & {
  readonly name: string;
  readonly path: string;
};

/** Collects what is wrong, and goes on with something harmless. */
type Reader = { readonly faults: TopologyFault[]; readonly path: string };

const complain = ({ faults, path }: Reader, code: TopologyCode, where: string): void => {
  faults.push({ code, path: `${path}.${where}` });
};

/** `nextMac`: what the first interface without a MAC address gets. */
export function readStation(
  description: StationDescription,
  path: string,
  linkAt: (name: string) => LinkDescription | undefined,
  nextMac: Mac,
): { readonly station: NetworkStation; readonly faults: readonly TopologyFault[]; readonly nextMac: Mac } {
  const { name, kind, routes = [], neighbours = [], filters = [], nat } = description;
  const faults = duplicates(description.interfaces, `${path}.interfaces`);
  const reader = { faults, path };
  let mac = nextMac;
  const interfaces = description.interfaces.map((at, i) => {
    if (at.mac === undefined) mac++;
    return readInterface(reader, at, i, linkAt(at.name), mac - 1);
  });
  return {
    nextMac: mac,
    faults,
    station: {
      name,
      path,
      interfaces,
      forwarding: kind === "router",
      nat: nat === undefined ? null : readNat(nat, interfaces, (where) => complain(reader, "nat", where)),
      routes: routes.flatMap((route, i) => readRoute(reader, route, i, interfaces)),
      neighbours: neighbours.flatMap((neighbour, i) => {
        const [address, hardware] = [parseIpAddress(neighbour.address), parseMac(neighbour.mac)];
        if (address === null) complain(reader, "address", `neighbours[${i}].address`);
        if (hardware === null) complain(reader, "mac", `neighbours[${i}].mac`);
        const known = interfaces.some((at) => at.name === neighbour.interface);
        if (!known) complain(reader, "unknown-interface", `neighbours[${i}].interface`);
        return address === null || hardware === null
          ? []
          : [{ interface: neighbour.interface, address, mac: hardware }];
      }),
      filters: filters.map(({ protocol, port, action }, i): FilterRule => {
        if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
          complain(reader, "port", `filters[${i}].port`);
        }
        return { protocol: ipProtocol[protocol], port: port ?? null, action };
      }),
    },
  };
}

function readInterface(
  reader: Reader,
  { name, mac, addresses, mtu }: InterfaceDescription,
  i: number,
  link: LinkDescription | undefined,
  ownMac: Mac,
): NodeInterface {
  const hardware = mac === undefined ? ownMac : parseMac(mac);
  if (hardware === null || isGroupMac(hardware)) complain(reader, "mac", `interfaces[${i}].mac`);
  if (mtu !== undefined && !(Number.isInteger(mtu) && mtu >= 68 && mtu <= 65_535)) {
    complain(reader, "mtu", `interfaces[${i}].mtu`);
  }
  return {
    name,
    mac: hardware ?? 0,
    addresses: addresses.flatMap((text, j) => {
      const address = parseAddressWithLength(text);
      if (address === null) complain(reader, "address", `interfaces[${i}].addresses[${j}]`);
      return address === null ? [] : [address];
    }),
    up: link !== undefined,
    pointToPoint: link?.pointToPoint ?? false,
    mtu: mtu ?? link?.mtu ?? linkDefaults.mtu,
  };
}

function readRoute(
  reader: Reader,
  description: RouteDescription,
  i: number,
  interfaces: readonly NodeInterface[],
): Route[] {
  const destination = parsePrefix(description.destination);
  if (destination === null) {
    complain(reader, "prefix", `routes[${i}].destination`);
    return [];
  }
  const metric = description.metric ?? 0;
  if ("refuse" in description) return [{ kind: description.refuse, destination, metric }];
  const gateway = description.gateway === null ? null : parseIpAddress(description.gateway);
  if (gateway === null && description.gateway !== null) {
    complain(reader, "address", `routes[${i}].gateway`);
    return [];
  }
  const route: Route = {
    kind: "unicast",
    destination,
    metric,
    gateway,
    interface: description.interface,
  };
  const fault = routeFault(interfaces, route);
  if (fault === "unknown-interface") complain(reader, "unknown-interface", `routes[${i}].interface`);
  else if (fault !== null) complain(reader, "gateway", `routes[${i}].gateway`);
  return [route];
}
