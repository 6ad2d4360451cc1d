import { z } from "zod";
import type { Cluster, NetworkPolicy, PolicyRule } from "#net/kubernetes/network-policy.ts";
import type { Pod } from "#net/kubernetes/pods.ts";
import type { Labels } from "#net/kubernetes/selectors.ts";
import type { IpAddress } from "#net/wire/prefix.ts";
import { prefix } from "../addresses.ts";

/** Objects of the API, reduced to what the policies depend on. */
const labels = z.record(z.string(), z.string()).nullish();
const requirement = z.discriminatedUnion("operator", [
  z.object({ key: z.string(), operator: z.enum(["In", "NotIn"]), values: z.array(z.string()) }),
  z.object({ key: z.string(), operator: z.enum(["Exists", "DoesNotExist"]) }),
]);
const selector = z
  .strictObject({ matchLabels: labels, matchExpressions: z.array(requirement).optional() })
  .transform(({ matchLabels, matchExpressions }) => ({
    matchLabels: matchLabels ?? {},
    matchExpressions: matchExpressions ?? [],
  }));
const ports = z.array(
  z.strictObject({
    protocol: z.enum(["TCP", "UDP", "SCTP"]).default("TCP"),
    port: z.union([z.int(), z.string()]).optional(),
    endPort: z.int().optional(),
  }),
);
const block = z.strictObject({ cidr: z.string(), except: z.array(z.string()).default([]) });
const peers = z.array(
  z.strictObject({
    podSelector: selector.optional(),
    namespaceSelector: selector.optional(),
    ipBlock: block.optional(),
  }),
);
const spec = z.strictObject({
  podSelector: selector,
  policyTypes: z.array(z.enum(["Ingress", "Egress"])).optional(),
  ingress: z.array(z.strictObject({ from: peers.nullish(), ports: ports.nullish() }).nullable()).nullish(),
  egress: z.array(z.strictObject({ to: peers.nullish(), ports: ports.nullish() }).nullable()).nullish(),
});

const containerPorts = z.array(
  z.object({
    name: z.string().optional(),
    containerPort: z.int().optional(),
    protocol: z.enum(["TCP", "UDP", "SCTP"]).default("TCP"),
  }),
);
export const apiObject = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("NetworkPolicy"), name: z.string(), namespace: z.string().nullable(), spec }),
  z.object({ kind: z.literal("Namespace"), name: z.string(), labels }),
  z.object({
    kind: z.literal("Pod"),
    name: z.string(),
    namespace: z.string().nullable(),
    labels,
    ports: containerPorts,
    owner: z.object({ kind: z.string().nullable(), name: z.string() }).optional(),
  }),
  z.object({
    kind: z.literal("Deployment"),
    name: z.string(),
    namespace: z.string().nullable(),
    podLabels: labels,
    ports: containerPorts,
  }),
]);
export type Objects = readonly z.infer<typeof apiObject>[];

/** A Pod under the name that the oracle gives to its workload. */
export type Peer = { readonly name: string; readonly at: readonly IpAddress[] };

/**
 * The Pods have IPv6 addresses: the oracle takes an `ipBlock`, which is IPv4 in all cases, for addresses outside of the
 * cluster only.
 */
const podAddress = (index: number): IpAddress => ({ version: 6, value: (0xfdn << 120n) + BigInt(index + 1) });

export function clusterOf(objects: Objects): { cluster: Cluster; workloads: Peer[] } {
  const workloads = new Map<string, IpAddress[]>();
  const pods: Pod[] = [];
  for (const one of objects) {
    if (one.kind !== "Pod" && one.kind !== "Deployment") continue;
    const owner = one.kind === "Pod" ? (one.owner ?? { kind: "Pod", name: one.name }) : one;
    const namespace = one.namespace ?? "default";
    const at = podAddress(pods.length);
    const name = `${namespace}/${owner.name}[${owner.kind ?? "Pod"}]`;
    workloads.set(name, [...(workloads.get(name) ?? []), at]);
    pods.push({
      name: one.name,
      namespace,
      address: at,
      labels: (one.kind === "Pod" ? one.labels : one.podLabels) ?? {},
      ready: true,
      ports: one.ports.flatMap(({ name: called, containerPort: port, protocol }) =>
        port === undefined ? [] : [{ ...(called === undefined ? {} : { name: called }), port, protocol }],
      ),
    });
  }
  // The API server gives every namespace the label with its name.
  const namespaces = objects.flatMap((one) => (one.kind === "Namespace" ? [one] : []));
  const all = ["default", ...pods.map(({ namespace }) => namespace), ...namespaces.map(({ name }) => name)];
  const labelled = all.map((name): [string, Labels] => [
    name,
    { ...namespaces.find((one) => one.name === name)?.labels, "kubernetes.io/metadata.name": name },
  ]);
  return {
    cluster: { pods, namespaces: Object.fromEntries(labelled) },
    workloads: [...workloads].map(([name, at]) => ({ name, at })),
  };
}

export const policiesOf = (objects: Objects): NetworkPolicy[] =>
  objects.flatMap((one) => {
    if (one.kind !== "NetworkPolicy") return [];
    const { podSelector, policyTypes, ingress, egress } = one.spec;
    return [
      {
        name: one.name,
        namespace: one.namespace ?? "default",
        podSelector,
        ...(policyTypes === undefined ? {} : { policyTypes }),
        ingress: (ingress ?? []).map((rule) => ruleOf(rule?.from, rule?.ports)),
        egress: (egress ?? []).map((rule) => ruleOf(rule?.to, rule?.ports)),
      },
    ];
  });

type Given<T> = T | null | undefined;
const ruleOf = (from: Given<z.infer<typeof peers>>, to: Given<z.infer<typeof ports>>): PolicyRule => ({
  peers: (from ?? []).map(({ podSelector, namespaceSelector, ipBlock }) => ({
    ...(podSelector === undefined ? {} : { podSelector }),
    ...(namespaceSelector === undefined ? {} : { namespaceSelector }),
    ...(ipBlock === undefined
      ? {}
      : { ipBlock: { cidr: prefix(ipBlock.cidr), except: ipBlock.except.map(prefix) } }),
  })),
  ports: (to ?? []).map(({ protocol, port, endPort }) => ({
    protocol,
    ...(port === undefined ? {} : { port }),
    ...(endPort === undefined ? {} : { endPort }),
  })),
});
