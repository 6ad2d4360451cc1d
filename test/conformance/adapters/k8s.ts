import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { z } from "zod";
import { addServer, closeConnection, emptyService, openConnection } from "#net/kubernetes/ipvs.ts";
import type { IpvsService } from "#net/kubernetes/ipvs-service.ts";
import { savedProbability, serviceRules, walkRules } from "#net/kubernetes/kube-proxy-iptables.ts";
import { ipv4, must } from "../addresses.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";

const counts = z.record(z.string(), z.tuple([z.int(), z.int()]));
const common = {
  scheduler: z.enum(["rr", "wrr", "lc", "wlc", "sed", "nq", "sh", "mh"]),
  weights: z.record(z.string(), z.int()),
  listOrder: z.array(z.string()),
};
const events = z.strictObject({
  ...common,
  sequence: z.string(),
  events: z.array(
    z.union([
      z.strictObject({ open: z.int(), server: z.string(), after: counts }),
      z.strictObject({ close: z.int(), server: z.string() }),
    ]),
  ),
});
const sources = z.strictObject({
  ...common,
  realServers: z.record(z.string(), z.string()),
  serverOfSource: z.record(z.string(), z.string()),
});
type Servers = Pick<z.infer<typeof events>, "scheduler" | "weights" | "listOrder">;

/** Added from the end of the list on: the kernel puts each new server at the head. */
const serviceOf = (
  { scheduler, weights, listOrder }: Servers,
  endpoint: (letter: string, index: number) => string,
): IpvsService =>
  listOrder.reduceRight((service, letter, index) => {
    const [address = "", port = ""] = endpoint(letter, index).split(":");
    const weight = must(weights[letter] ?? null, "weight");
    return addServer(service, { address: ipv4(address), port: Number(port), weight });
  }, emptyService(scheduler));

function replay(vector: z.infer<typeof events>): Check[] {
  let service = serviceOf(vector, (_, index) => `10.0.0.${index + 1}:80`);
  const checks: Check[] = [];
  let sequence = "";
  for (const event of vector.events) {
    if ("close" in event) {
      service = closeConnection(service, vector.listOrder.indexOf(event.server));
      continue;
    }
    const step = openConnection(service, ipv4("10.0.0.200"));
    service = step.service;
    const letter = vector.listOrder[step.chosen ?? -1];
    sequence += letter ?? "-";
    const after = Object.fromEntries(
      service.servers.map(({ active, inactive }, i) => [vector.listOrder[i] ?? "", [active, inactive]]),
    );
    checks.push(
      same(`server of ${event.open}`, event.server, letter),
      same(`connections after ${event.open}`, event.after, after),
    );
  }
  return [...checks, same("sequence", vector.sequence, sequence)];
}

const ipvs = vectors(z.union([events, sources]), (vector) => {
  if ("events" in vector) return replay(vector);
  const service = serviceOf(vector, (letter) => vector.realServers[letter] ?? "");
  return Object.entries(vector.serverOfSource).map(([source, letter]) =>
    same(source, letter, vector.listOrder[openConnection(service, ipv4(source)).chosen ?? -1]),
  );
});

/** Five standard deviations of a binomial count: the kernel drew, and so do we. */
const inBand = (count: number, flows: number, share: number): boolean =>
  Math.abs(count - flows * share) <= 5 * Math.sqrt(flows * share * (1 - share));

const kubeProxy = vectors(
  z.strictObject({
    endpoints: z.int(),
    kubeProxyProbabilities: z.array(z.string()),
    iptablesSavePrints: z.array(z.string()),
    newFlows: z.int(),
    flowsPerEndpoint: z.array(z.int()),
  }),
  (vector) => {
    const rules = serviceRules(Array.from({ length: vector.endpoints }, (_, i) => i));
    if (rules === "REJECT") return [same("rules", vector.kubeProxyProbabilities, rules)];
    const probabilities = rules.flatMap(({ probability }) => (probability === null ? [] : [probability]));
    const random = xoroshiro128plus(vector.endpoints);
    const flows = Array<number>(vector.endpoints).fill(0);
    for (let i = 0; i < vector.newFlows; i++) {
      const to = must(
        walkRules(rules, () => random.next() >>> 1),
        "chain",
      );
      flows[to] = (flows[to] ?? 0) + 1;
    }
    const fits = (count: number): boolean => inBand(count, vector.newFlows, 1 / vector.endpoints);
    return [
      same("probabilities", vector.kubeProxyProbabilities, probabilities),
      same("as saved", vector.iptablesSavePrints, probabilities.map(savedProbability)),
      same("rules without a condition", [vector.endpoints - 1], unconditional(rules)),
      same(
        "the kernel's flows lie in the band",
        vector.flowsPerEndpoint.map(() => true),
        vector.flowsPerEndpoint.map(fits),
      ),
      same(
        "our flows lie in the band",
        flows.map(() => true),
        flows.map(fits),
      ),
    ];
  },
);

const unconditional = (rules: readonly { readonly probability: string | null }[]): number[] =>
  rules.flatMap(({ probability }, i) => (probability === null ? [i] : []));

export const k8s: Readonly<Record<string, Suite>> = {
  "k8s/ipvs-schedulers.json": ipvs,
  "k8s/kubeproxy-iptables.json": kubeProxy,
};
