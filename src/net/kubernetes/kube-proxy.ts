import type { Flow } from "../stack/nat-entry.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import type { Ipv4Address } from "../wire/address.ts";
import { serviceRules, walkRules } from "./kube-proxy-iptables.ts";
import { connectWithAffinity, type Visit } from "./session-affinity.ts";

/**
 * What a node's kernel does with packets to a Service (Kubernetes, « Virtual IPs and Service Proxies »): kube-proxy wrote
 * the rules, no packet passes through it. The rules choose an endpoint once a connection; connection tracking does the
 * rest. IPv4; masquerading is left out.
 */
export type Backend = { readonly address: Ipv4Address; readonly port: number };

export type ProxiedService = Backend & {
  readonly protocol: number;
  readonly endpoints: readonly Backend[];
  /** `sessionAffinity: ClientIP`: `timeoutSeconds` in ms; null without. */
  readonly affinityTimeout: number | null;
  readonly visits: readonly Visit<Backend>[];
};

export type TrackedConnection = {
  /** As the client sent its first packet: to the Service. */
  readonly original: Flow;
  readonly backend: Backend;
  /** In ms. */
  readonly lastSeen: number;
};

export type ProxyState = {
  readonly services: readonly ProxiedService[];
  readonly connections: readonly TrackedConnection[];
};

/** `REJECT`: the client is told at once that nobody answers. */
export type ProxyStep = { readonly state: ProxyState; readonly out: Flow | "REJECT" };

/**
 * One packet at `now`, in ms. A packet of a known connection goes where the first one went, without a draw; a reply gets
 * the Service's address back as its source; a new connection to a Service takes an endpoint; anything else passes
 * unchanged. `draw` is as for `walkRules`.
 */
export function proxyPacket(before: ProxyState, flow: Flow, now: number, draw: () => number): ProxyStep {
  const state = withoutStaleUdp(before);
  const known = state.connections.find(({ original }) => sameFlow(original, flow));
  if (known !== undefined) return { state: seen(state, known, now), out: toBackend(flow, known.backend) };
  const answered = state.connections.find((connection) => sameFlow(replyOf(connection), flow));
  if (answered !== undefined) {
    const { destination, destinationPort } = answered.original;
    return {
      state: seen(state, answered, now),
      out: { ...flow, source: destination, sourcePort: destinationPort },
    };
  }
  const service = state.services.find(
    ({ protocol, address, port }) =>
      protocol === flow.protocol && address === flow.destination && port === flow.destinationPort,
  );
  if (service === undefined) return { state, out: flow };
  const { visits, backend } = choose(service, flow.source, now, draw);
  const services = state.services.map((one) => (one === service ? { ...service, visits } : one));
  if (backend === null) return { state: { ...state, services }, out: "REJECT" };
  const connections = [...state.connections, { original: flow, backend, lastSeen: now }];
  return { state: { services, connections }, out: toBackend(flow, backend) };
}

function choose(service: ProxiedService, client: Ipv4Address, now: number, draw: () => number) {
  const { endpoints, affinityTimeout, visits } = service;
  if (affinityTimeout === null) {
    const rules = serviceRules(endpoints);
    return { visits, backend: rules === "REJECT" ? null : walkRules(rules, draw) };
  }
  const step = connectWithAffinity(endpoints, visits, client, affinityTimeout, now, draw);
  return { visits: step.visits, backend: step.endpoint === "REJECT" ? null : step.endpoint };
}

/**
 * kube-proxy forgets the UDP connections of an endpoint that is gone, or their packets would go on into nothing; a TCP
 * connection stays, and ends by itself.
 */
const withoutStaleUdp = (state: ProxyState): ProxyState => ({
  ...state,
  connections: state.connections.filter(
    ({ original, backend }) =>
      original.protocol !== ipProtocol.udp ||
      state.services.some(({ endpoints }) => hasBackend(endpoints, backend)),
  ),
});

const hasBackend = (list: readonly Backend[], { address, port }: Backend): boolean =>
  list.some((one) => one.address === address && one.port === port);

const seen = (state: ProxyState, connection: TrackedConnection, now: number): ProxyState => ({
  ...state,
  connections: state.connections.map((one) => (one === connection ? { ...one, lastSeen: now } : one)),
});

/** The source stays: the Pod sees the client's address. */
const toBackend = (flow: Flow, { address, port }: Backend): Flow => ({
  ...flow,
  destination: address,
  destinationPort: port,
});

const replyOf = ({ original, backend }: TrackedConnection): Flow => ({
  protocol: original.protocol,
  source: backend.address,
  sourcePort: backend.port,
  destination: original.source,
  destinationPort: original.sourcePort,
});

const sameFlow = (a: Flow, b: Flow): boolean =>
  a.protocol === b.protocol &&
  a.source === b.source &&
  a.sourcePort === b.sourcePort &&
  a.destination === b.destination &&
  a.destinationPort === b.destinationPort;
