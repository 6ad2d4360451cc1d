import { sameAddress } from "../stack/network-interface.ts";
import type { IpAddress } from "../wire/prefix.ts";
import {
  peerMatches,
  policyTypes,
  portMatches,
  type Cluster,
  type Direction,
  type NetworkPolicy,
} from "./network-policy.ts";
import { podsAt, type Pod, type Protocol } from "./pods.ts";
import { matchesSelector } from "./selectors.ts";

/** Who opens a connection to whom; replies are part of it. `port` is the destination's. */
export type Connection = {
  readonly from: IpAddress;
  readonly to: IpAddress;
  readonly protocol: Protocol;
  readonly port: number;
};

export type PolicyVerdict =
  { readonly allowed: true } | { readonly allowed: false; readonly blockedBy: "egress" | "ingress" };

/**
 * Whether the policies let the connection pass (« Network Policies », « The two sorts of pod isolation »): both the egress
 * side of its source and the ingress side of its destination must allow it. A Pod always reaches itself. The traffic of a
 * Pod with its own node, which is always allowed, is not modelled; Pods on a node's network count as the node.
 */
export function isAllowed(
  cluster: Cluster,
  policies: readonly NetworkPolicy[],
  connection: Connection,
): PolicyVerdict {
  const { from, to } = connection;
  if (sameAddress(from, to)) return { allowed: true };
  const destination = podsAt(cluster.pods, to);
  const passes = (direction: Direction, pods: readonly Pod[], other: IpAddress): boolean =>
    pods.every((pod) => {
      const isolating = policies.filter((policy) => isolates(policy, direction, pod));
      // Not isolated in this direction: everything is allowed. Else what any of the policies allows: they add up.
      return isolating.length === 0 || isolating.some((policy) => allows(policy, direction, other));
    });
  const allows = (policy: NetworkPolicy, direction: Direction, other: IpAddress): boolean =>
    rulesOf(policy, direction).some(
      ({ peers = [], ports = [] }) =>
        (peers.length === 0 || peers.some((peer) => peerMatches(peer, policy.namespace, cluster, other))) &&
        (ports.length === 0 || ports.some((port) => portMatches(port, destination, connection))),
    );
  if (!passes("Egress", podsAt(cluster.pods, from), to)) return { allowed: false, blockedBy: "egress" };
  return passes("Ingress", destination, from) ? { allowed: true } : { allowed: false, blockedBy: "ingress" };
}

/** A policy isolates the Pods that it selects in its own namespace, in the directions of its `policyTypes`. */
const isolates = (policy: NetworkPolicy, direction: Direction, { namespace, labels }: Pod): boolean =>
  policy.namespace === namespace &&
  policyTypes(policy).includes(direction) &&
  matchesSelector(policy.podSelector, labels);

const rulesOf = ({ ingress = [], egress = [] }: NetworkPolicy, direction: Direction) =>
  direction === "Ingress" ? ingress : egress;
