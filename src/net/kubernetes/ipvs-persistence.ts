import type { Ipv4Address } from "../wire/address.ts";
import { openConnection, takeConnection } from "./ipvs.ts";
import type { IpvsService } from "./ipvs-service.ts";

/**
 * A persistent service of IPVS (ipvsadm(8), `--persistent`): the connections of one client go to the server that was
 * chosen for its first. kube-proxy sets it for `sessionAffinity: ClientIP`.
 */
export type Persistence = {
  /** How long after the client's last connection, in ms. */
  readonly timeout: number;
  /** `--netmask`: clients that differ only in bits of zero are one; 0xffffffff where it is not said. */
  readonly mask: Ipv4Address;
};

/** Where ipvsadm says nothing: 300 s. */
export const ipvsPersistence: Persistence = { timeout: 300_000, mask: 0xffff_ffff };

/** What the kernel calls a template: which server the next connections of a client have. */
export type Template = {
  readonly client: Ipv4Address;
  readonly server: { readonly address: Ipv4Address; readonly port: number };
  readonly until: number;
};

export type PersistentStep = {
  readonly service: IpvsService;
  readonly templates: readonly Template[];
  /** As of `openConnection`. */
  readonly chosen: number | null;
};

/**
 * A new connection at `now`, in ms. A server of weight 0 keeps the clients that it has; one that is no longer in the list
 * does not. Every connection begins the time again. That open connections make a template outlast its time is left out.
 */
export function openPersistent(
  service: IpvsService,
  before: readonly Template[],
  { timeout, mask }: Persistence,
  from: Ipv4Address,
  now: number,
): PersistentStep {
  const client = (from & mask) >>> 0;
  const alive = before.filter(({ until }) => until > now);
  const known = alive.find((template) => template.client === client);
  const index = service.servers.findIndex(
    ({ address, port }) => address === known?.server.address && port === known.server.port,
  );
  const step = index === -1 ? openConnection(service, from) : takeConnection(service, index);
  const others = alive.filter((template) => template !== known);
  const server = step.chosen === null ? undefined : step.service.servers[step.chosen];
  if (server === undefined) return { ...step, templates: others };
  const { address, port } = server;
  return { ...step, templates: [...others, { client, server: { address, port }, until: now + timeout }] };
}
