import {
  containsAddress,
  overlaps,
  parsePrefix,
  sizeOf,
  type IpAddress,
  type Prefix,
} from "../wire/prefix.ts";
import { blockCount } from "./node-cidrs.ts";

/** The address ranges of a cluster (Kubernetes, « Cluster Networking »); all IPv4. */
export type ClusterPlan = {
  readonly pods: Prefix;
  readonly services: Prefix;
  readonly nodes: Prefix;
  /** The Service of the cluster's DNS. */
  readonly dns: IpAddress;
  /** Length of the block that each node takes out of `pods`, whole. */
  readonly nodeMask: number;
  readonly maxNodes: number;
  readonly serviceList: readonly PlannedService[];
  /** Whether AKS's own rules hold too. */
  readonly aks: boolean;
};

/** `none` is a headless Service. */
export type PlannedService = {
  readonly clusterIp: "none" | "auto";
  readonly type: "ClusterIP" | "NodePort" | "LoadBalancer" | "ExternalName";
};

export type PlanProblem =
  | "pods-services-overlap"
  | "pods-nodes-overlap"
  | "services-nodes-overlap"
  | "dns-outside-range"
  | "dns-first-address"
  | "pods-too-small"
  | "services-exhausted"
  | "aks-services-too-large"
  | "aks-reserved-range";

/** Ranges that AKS refuses for Pods, Services and nodes (« Plan IP addressing for your cluster »). */
const aksReserved = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"].flatMap(
  (text) => parsePrefix(text) ?? [],
);

/** What is wrong with a plan, in alphabetical order; empty when nothing is. */
export function checkClusterPlan(plan: ClusterPlan): readonly PlanProblem[] {
  const { pods, services, nodes, dns, aks } = plan;
  const problems: readonly (readonly [PlanProblem, boolean])[] = [
    ["aks-reserved-range", aks && [pods, services, nodes].some(isAksReserved)],
    // « Smaller than /12 ».
    ["aks-services-too-large", aks && services.length <= 12],
    // The first address is that of the Service `kubernetes`.
    ["dns-first-address", dns.value === services.network + 1n],
    ["dns-outside-range", !containsAddress(services, dns)],
    ["pods-nodes-overlap", overlaps(pods, nodes)],
    ["pods-services-overlap", overlaps(pods, services)],
    ["pods-too-small", nodeBlocks(plan) < plan.maxNodes],
    ["services-exhausted", clusterIps(plan.serviceList) > sizeOf(services) - 2n],
    ["services-nodes-overlap", overlaps(services, nodes)],
  ];
  return problems.flatMap(([code, found]) => (found ? [code] : []));
}

const isAksReserved = (range: Prefix): boolean => aksReserved.some((reserved) => overlaps(range, reserved));

/** How many nodes find a block, below one if not one does: what counts is nodes, not Pods. */
const nodeBlocks = ({ pods, nodeMask }: ClusterPlan): number => blockCount({ range: pods, nodeMask });

/** Services with an address of their own, the Service `kubernetes` included. */
const clusterIps = (list: readonly PlannedService[]): bigint =>
  1n + BigInt(list.filter(({ clusterIp, type }) => clusterIp === "auto" && type !== "ExternalName").length);
