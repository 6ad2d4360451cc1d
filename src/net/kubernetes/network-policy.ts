import { containsAddress, type IpAddress, type Prefix } from "../wire/prefix.ts";
import { namedPort, podsAt, type Pod, type Protocol } from "./pods.ts";
import { matchesSelector, type Labels, type LabelSelector } from "./selectors.ts";

/** One NetworkPolicy (Kubernetes, « Network Policies »; API networking.k8s.io/v1), and what one of its rules matches. */

/** Of `from` or `to`. Both selectors together mean: the Pods of the one in the namespaces of the other. */
export type Peer = {
  /** Without `namespaceSelector`: Pods of the policy's own namespace. */
  readonly podSelector?: LabelSelector;
  /** Without `podSelector`: all Pods of these namespaces. */
  readonly namespaceSelector?: LabelSelector;
  /** Stands alone. */
  readonly ipBlock?: { readonly cidr: Prefix; readonly except?: readonly Prefix[] };
};

export type PolicyPort = {
  /** TCP where it is not said. */
  readonly protocol?: Protocol;
  /** A number, or the name of a port of the destination Pod; every port where it is not said. */
  readonly port?: number | string;
  /** The range goes from `port`, a number, to here, both included. */
  readonly endPort?: number;
};

/** Absent or empty: every peer, every port. */
export type PolicyRule = { readonly peers?: readonly Peer[]; readonly ports?: readonly PolicyPort[] };

export type Direction = "Ingress" | "Egress";

export type NetworkPolicy = {
  readonly name: string;
  readonly namespace: string;
  readonly podSelector: LabelSelector;
  readonly policyTypes?: readonly Direction[];
  readonly ingress?: readonly PolicyRule[];
  readonly egress?: readonly PolicyRule[];
};

export type Cluster = {
  readonly pods: readonly Pod[];
  /** The labels of each namespace. */
  readonly namespaces: Readonly<Record<string, Labels>>;
};

/** « policyTypes »: where it is absent, Ingress always, and Egress if there are egress rules. */
export const policyTypes = ({ policyTypes: given, egress = [] }: NetworkPolicy): readonly Direction[] =>
  given ?? (egress.length > 0 ? ["Ingress", "Egress"] : ["Ingress"]);

/** Whether an element of `from` or `to` means the address (« Behavior of to and from selectors »). */
export function peerMatches(
  peer: Peer,
  policyNamespace: string,
  cluster: Cluster,
  address: IpAddress,
): boolean {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  if (ipBlock !== undefined) {
    const { cidr, except = [] } = ipBlock;
    return containsAddress(cidr, address) && !except.some((hole) => containsAddress(hole, address));
  }
  const inNamespace = (namespace: string): boolean =>
    namespaceSelector === undefined
      ? namespace === policyNamespace
      : matchesSelector(namespaceSelector, cluster.namespaces[namespace] ?? {});
  return podsAt(cluster.pods, address).some(
    ({ namespace, labels }) => inNamespace(namespace) && matchesSelector(podSelector ?? {}, labels),
  );
}

/** Whether an element of `ports` means the port of the destination, the Pods at whose address are given. */
export function portMatches(
  { protocol = "TCP", port, endPort }: PolicyPort,
  destination: readonly Pod[],
  connection: { readonly protocol: Protocol; readonly port: number },
): boolean {
  if (protocol !== connection.protocol) return false;
  if (port === undefined) return true;
  if (typeof port === "string")
    return destination.some((pod) => namedPort(pod, port, protocol) === connection.port);
  return port <= connection.port && connection.port <= (endPort ?? port);
}
