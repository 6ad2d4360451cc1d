import type { Ipv4Address } from "../wire/address.ts";
import {
  leastConnections,
  neverQueue,
  shortestExpectedDelay,
  weightedLeastConnections,
} from "./ipvs-least-load.ts";
import { maglevHash } from "./ipvs-maglev.ts";
import { restartWeighted, roundRobin, weightedRoundRobin } from "./ipvs-round-robin.ts";
import type { IpvsService, RealServer, Scheduler } from "./ipvs-service.ts";
import { sourceHash } from "./ipvs-source-hash.ts";

/** A virtual service of IPVS as kube-proxy and ipvsadm(8) set one up, and the way the kernel spreads connections. */

export const emptyService = (scheduler: Scheduler): IpvsService => ({
  scheduler,
  servers: [],
  last: -1,
  threshold: 0,
});

/** Adds a server without connections, at the head of the list. */
export function addServer(
  service: IpvsService,
  server: Pick<RealServer, "address" | "port" | "weight">,
): IpvsService {
  const servers = [{ ...server, active: 0, inactive: 0 }, ...service.servers];
  // rr stays at the server where it was, one place further; at the tail, it begins at the head next.
  const grown = { ...service, servers, last: service.last + 1 };
  return service.scheduler === "wrr" ? { ...grown, ...restartWeighted(grown) } : grown;
}

export type Scheduled = {
  readonly service: IpvsService;
  /** Index of the server that has the connection; null: none takes one, the connection is refused. */
  readonly chosen: number | null;
};

/** A new connection from `client`. */
export function openConnection(service: IpvsService, client: Ipv4Address): Scheduled {
  const { chosen, ...memory } = schedule(service, client);
  return chosen === null ? { service, chosen } : takeConnection({ ...service, ...memory }, chosen);
}

/** The server at `chosen` has one connection more, whoever chose it. */
export const takeConnection = (service: IpvsService, chosen: number): Scheduled => ({
  service: {
    ...service,
    servers: service.servers.map((server, i) =>
      i === chosen ? { ...server, active: server.active + 1 } : server,
    ),
  },
  chosen,
});

/** A connection of the server at `index` is closed; it counts as inactive from now on. */
export const closeConnection = (service: IpvsService, index: number): IpvsService => ({
  ...service,
  servers: service.servers.map((server, i) =>
    i === index && server.active > 0
      ? { ...server, active: server.active - 1, inactive: server.inactive + 1 }
      : server,
  ),
});

type Choice = { readonly chosen: number | null } & Partial<Pick<IpvsService, "last" | "threshold">>;

function schedule(service: IpvsService, client: Ipv4Address): Choice {
  const { scheduler, servers } = service;
  switch (scheduler) {
    case "rr":
      return turn(roundRobin(service));
    case "wrr":
      return turn(weightedRoundRobin(service));
    case "lc":
      return { chosen: leastConnections(servers) };
    case "wlc":
      return { chosen: weightedLeastConnections(servers) };
    case "sed":
      return { chosen: shortestExpectedDelay(servers) };
    case "nq":
      return { chosen: neverQueue(servers) };
    case "sh":
      return { chosen: sourceHash(servers, client) };
    case "mh":
      return { chosen: maglevHash(servers, client) };
  }
}

const turn = (memory: ReturnType<typeof roundRobin>): Choice =>
  memory === null ? { chosen: null } : { ...memory, chosen: memory.last };
