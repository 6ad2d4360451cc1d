import type { IpAddress } from "../wire/prefix.ts";
import { namedPort, type Pod, type Protocol } from "./pods.ts";
import { serviceSelects, type Labels } from "./selectors.ts";

/** One port of a Service (Kubernetes, « Service », « Defining a Service »). */
export type ServicePort = {
  readonly namespace: string;
  readonly selector: Labels;
  readonly protocol: Protocol;
  readonly port: number;
  /** A number, or the name of a port that each Pod gives its own number; `port` itself where it is not said. */
  readonly targetPort?: number | string;
  /** « publishNotReadyAddresses »: all Pods count as ready. */
  readonly publishNotReady?: boolean;
};

export type Endpoint = { readonly address: IpAddress; readonly port: number };

export type Endpoints = { readonly ready: readonly Endpoint[]; readonly notReady: readonly Endpoint[] };

/**
 * What the EndpointSlices of a Service hold (« EndpointSlices », « Conditions »): the Pods of its namespace that the
 * whole selector matches, at the target port, in the order of their addresses. A Pod without an address, or without a
 * port of the target's name, is none. Only the ready ones get connections.
 */
export function selectEndpoints(service: ServicePort, pods: readonly Pod[]): Endpoints {
  const found = pods
    .filter(
      ({ namespace, labels }) => namespace === service.namespace && serviceSelects(service.selector, labels),
    )
    .flatMap((pod) => {
      const port = portOn(pod, service);
      return pod.address === null || port === null ? [] : [{ pod, endpoint: { address: pod.address, port } }];
    })
    .sort((a, b) => order(a.endpoint.address, b.endpoint.address));
  const isReady = (pod: Pod): boolean => pod.ready || service.publishNotReady === true;
  return {
    ready: found.filter(({ pod }) => isReady(pod)).map(({ endpoint }) => endpoint),
    notReady: found.filter(({ pod }) => !isReady(pod)).map(({ endpoint }) => endpoint),
  };
}

const portOn = (pod: Pod, { targetPort, port, protocol }: ServicePort): number | null => {
  if (typeof targetPort === "string") return namedPort(pod, targetPort, protocol);
  return targetPort ?? port;
};

const order = (a: IpAddress, b: IpAddress): number =>
  a.version - b.version || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
