import { deliveryOf } from "../../../net/stack/delivery.ts";
import { connectedPrefixes, ownsAddress } from "../../../net/stack/network-interface.ts";
import {
  containsAddress,
  formatIpAddress,
  formatPrefix,
  parseIpAddress,
  parsePrefix,
  type IpAddress,
  type Prefix,
} from "../../../net/wire/prefix.ts";
import { rowsOf, showRow } from "./route-table.ts";
import { stationOf, withStation, type Command, type Machine, type Output, type Station } from "./command.ts";

type RouteRow = NonNullable<Station["routes"]>[number];

/** `ip route` (show, get, add, del) of iproute2, for IPv4. */
export const ipRoute: Command = ([action = "show", ...words], machine) => {
  switch (action) {
    case "show":
    case "list":
    case "ls":
      return rowsOf(machine).map(showRow);
    case "get":
      return get(words[0] ?? "", machine);
    case "add":
      return add(words, machine);
    case "del":
    case "delete":
      return del(words, machine);
    default:
      return [`Command "${action}" is unknown, try "ip route help".`];
  }
};

/** `ip route get`: what the node would do, as it decides for every packet. */
function get(text: string, machine: Machine): Output {
  const address = parseIpAddress(text);
  if (address?.version !== 4) return [`Error: any valid prefix is expected rather than "${text}".`];
  const router = machine.simulation.station(machine.node)?.router;
  if (router === undefined) return [];
  const sourceOn = (dev: string | null): string => {
    const own = router.interfaces
      .find(({ name }) => name === dev)
      ?.addresses.find((one) => one.address.version === 4);
    return own === undefined ? "" : ` src ${formatIpAddress(own.address)}`;
  };
  const shown = formatIpAddress(address);
  const delivery = deliveryOf(router, address);
  switch (delivery.kind) {
    case "local":
      return [`local ${shown} dev lo src ${shown} uid 0 `, "    cache <local> "];
    case "broadcast":
    case "multicast":
      return [
        `${delivery.kind} ${shown} dev ${delivery.interface ?? ""}${sourceOn(delivery.interface)} uid 0 `,
        delivery.kind === "broadcast" ? "    cache <local,brd> " : "    cache <mc> ",
      ];
    case "direct":
      return [`${shown} dev ${delivery.interface}${sourceOn(delivery.interface)} uid 0 `, "    cache "];
    case "via": {
      const via = delivery.resolve === null ? "" : ` via ${formatIpAddress(delivery.resolve)}`;
      return [`${shown}${via} dev ${delivery.interface}${sourceOn(delivery.interface)} uid 0 `, "    cache "];
    }
    case "unreachable":
      return [unreachableText(delivery.reason)];
  }
}

function unreachableText(reason: string): string {
  switch (reason) {
    case "unreachable":
      return "RTNETLINK answers: No route to host";
    case "prohibit":
      return "RTNETLINK answers: Permission denied";
    case "blackhole":
      return "RTNETLINK answers: Invalid argument";
    default:
      return "RTNETLINK answers: Network is unreachable";
  }
}

type Asked = {
  readonly prefix: Prefix;
  readonly gateway: IpAddress | null;
  readonly dev: string | null;
  readonly metric: number;
};

/** Reads `192.168.200.0/24 via 192.168.100.2 dev eth0 metric 10`, in any order of its parts. */
function readRoute(words: readonly string[]): Asked | Output {
  let [prefix, gateway, dev, metric]: [Prefix | null, IpAddress | null, string | null, number] = [
    null,
    null,
    null,
    0,
  ];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const value = words[i + 1] ?? "";
    if (word === "via") {
      gateway = parseIpAddress(value);
      if (gateway?.version !== 4) return [`Error: inet address is expected rather than "${value}".`];
      i++;
    } else if (word === "dev") {
      dev = value;
      i++;
    } else if (word === "metric") {
      if (!/^\d{1,9}$/.test(value)) return [`Error: argument "${value}" is wrong: "metric" value is invalid`];
      metric = Number(value);
      i++;
    } else {
      prefix =
        word === "default" ? parsePrefix("0.0.0.0/0") : parsePrefix(word.includes("/") ? word : `${word}/32`);
      if (prefix?.version !== 4) return [`Error: any valid prefix is expected rather than "${word}".`];
    }
  }
  if (prefix === null) return ['Command line is not complete. Try option "help"'];
  return { prefix, gateway, dev, metric };
}

const isOutput = (read: Asked | Output): read is Output => Array.isArray(read);

function add(words: readonly string[], machine: Machine): Output {
  const asked = readRoute(words);
  if (isOutput(asked)) return asked;
  const { prefix, gateway, metric } = asked;
  const station = stationOf(machine);
  if (asked.dev !== null && !station.interfaces.some(({ name }) => name === asked.dev))
    return [`Cannot find device "${asked.dev}"`];
  if (asked.dev === null && gateway === null) return ["RTNETLINK answers: No such device"];
  const dev = asked.dev ?? (gateway === null ? null : linkOf(machine, gateway));
  // Without a link that holds it the gateway is nobody's neighbour; with one the kernel checks that link.
  if (dev === null) return ["Error: Nexthop has invalid gateway."];
  const destination = formatPrefix(prefix);
  const same = rowsOf(machine).some(
    (row) => formatPrefix(row.prefix) === destination && row.metric === metric,
  );
  if (same) return ["RTNETLINK answers: File exists"];
  const route: RouteRow = {
    destination,
    gateway: gateway === null ? null : formatIpAddress(gateway),
    interface: dev,
    ...(metric === 0 ? {} : { metric }),
  };
  const result = machine.configure(
    withStation(machine.figure, { ...station, routes: [...(station.routes ?? []), route] }),
  );
  return result.ok ? [] : ["Error: Nexthop has invalid gateway."];
}

/** The interface with a connected network that holds the address and where it is not one's own. */
function linkOf({ simulation, node }: Machine, address: IpAddress): string | null {
  const interfaces = simulation.station(node)?.router.interfaces ?? [];
  if (interfaces.some((at) => ownsAddress(at, address))) return null;
  const found = interfaces.find((at) =>
    connectedPrefixes(at).some((prefix) => containsAddress(prefix, address)),
  );
  return found?.name ?? null;
}

function del(words: readonly string[], machine: Machine): Output {
  const asked = readRoute(words);
  if (isOutput(asked)) return asked;
  const station = stationOf(machine);
  const routes = station.routes ?? [];
  const wanted = formatPrefix(asked.prefix);
  const at = routes.findIndex((route) => {
    const prefix = parsePrefix(route.destination);
    if (prefix === null || formatPrefix(prefix) !== wanted) return false;
    if ("refuse" in route) return asked.gateway === null && asked.dev === null;
    if (asked.gateway !== null && route.gateway !== formatIpAddress(asked.gateway)) return false;
    return asked.dev === null || route.interface === asked.dev;
  });
  if (at === -1) return ["RTNETLINK answers: No such process"];
  machine.configure(withStation(machine.figure, { ...station, routes: routes.toSpliced(at, 1) }));
  return [];
}
