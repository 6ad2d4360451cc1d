import type { Ipv4Address } from "../wire/address.ts";
import { serviceRules, walkRules } from "./kube-proxy-iptables.ts";

/** `sessionAffinity: ClientIP`: the connections of one client go to one endpoint, whatever their source port. */

/** When a client last opened a connection to an endpoint: one list an endpoint in the kernel (module `recent`). */
export type Visit<Endpoint> = {
  readonly client: Ipv4Address;
  readonly endpoint: Endpoint;
  /** In ms. */
  readonly at: number;
};

/** Three hours, in ms: `timeoutSeconds` where the Service says nothing. */
export const affinityTimeout = 10_800_000;

export type Connected<Endpoint> = {
  readonly visits: readonly Visit<Endpoint>[];
  readonly endpoint: Endpoint | "REJECT";
};

/**
 * A new connection at `now`. Before the rules with probabilities stands one for each endpoint, in their order: it takes a
 * client whose last connection to that endpoint is at most `timeout` ms old. Every connection begins the time again.
 * `draw` is as for `walkRules`.
 */
export function connectWithAffinity<Endpoint>(
  endpoints: readonly Endpoint[],
  before: readonly Visit<Endpoint>[],
  client: Ipv4Address,
  timeout: number,
  now: number,
  draw: () => number,
): Connected<Endpoint> {
  const visits = before.filter(({ at, endpoint }) => now - at <= timeout && endpoints.includes(endpoint));
  const rules = serviceRules(endpoints);
  if (rules === "REJECT") return { visits, endpoint: "REJECT" };
  const known = endpoints.find((endpoint) =>
    visits.some((visit) => visit.client === client && visit.endpoint === endpoint),
  );
  const endpoint = known ?? walkRules(rules, draw);
  if (endpoint === null) return { visits, endpoint: "REJECT" };
  const others = visits.filter((visit) => visit.client !== client || visit.endpoint !== endpoint);
  return { visits: [...others, { client, endpoint, at: now }], endpoint };
}
