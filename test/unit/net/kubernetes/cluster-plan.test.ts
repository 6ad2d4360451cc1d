import { constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { aksSubnet } from "#net/kubernetes/aks-subnet.ts";
import { checkClusterPlan, type ClusterPlan, type PlannedService } from "#net/kubernetes/cluster-plan.ts";
import { parseIpAddress, parsePrefix, type IpAddress, type Prefix } from "#net/wire/prefix.ts";
import { holds } from "../holds.ts";

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error("the test has a bad address");
  return value;
};
const range = (text: string): Prefix => must(parsePrefix(text));
const address = (text: string): IpAddress => must(parseIpAddress(text));
const ordinary: PlannedService = { clusterIp: "auto", type: "ClusterIP" };
const services = (count: number, service = ordinary): PlannedService[] =>
  Array<PlannedService>(count).fill(service);

const plan: ClusterPlan = {
  pods: range("10.244.0.0/16"),
  services: range("10.96.0.0/12"),
  nodes: range("172.16.0.0/24"),
  dns: address("10.96.0.10"),
  nodeMask: 24,
  maxNodes: 50,
  serviceList: [],
  aks: false,
};
const problems = (changed: Partial<ClusterPlan>): readonly string[] =>
  checkClusterPlan({ ...plan, ...changed });

describe("a plan of a cluster", () => {
  test("the ordinary one is in order, but AKS wants less than a /12 for Services", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ aks: true })).toEqual(["aks-services-too-large"]);
    expect(problems({ aks: true, services: range("10.96.0.0/13") })).toEqual([]);
  });

  test("ranges that are equal or lie in each other overlap", () => {
    expect(problems({ services: range("10.96.0.0/16"), nodes: range("10.0.0.0/8") })).toEqual([
      "pods-nodes-overlap",
      "services-nodes-overlap",
    ]);
    expect(problems({ pods: plan.services })).toEqual(["pods-services-overlap"]);
  });

  test("the DNS has an address of the Services, not the first", () => {
    expect(problems({ dns: address("10.112.0.0") })).toEqual(["dns-outside-range"]);
    expect(problems({ dns: address("10.96.0.1") })).toEqual(["dns-first-address"]);
  });

  test("every node takes a whole block: a /19 has 32 of length 24", () => {
    const pods = range("10.244.0.0/19");
    expect(problems({ pods, maxNodes: 32 })).toEqual([]);
    expect(problems({ pods, maxNodes: 33 })).toEqual(["pods-too-small"]);
    expect(problems({ pods, nodeMask: 18, maxNodes: 1 })).toEqual(["pods-too-small"]);
  });

  test("a /28 has room for 13 Services beside `kubernetes`", () => {
    const small = { services: range("10.96.0.0/28") };
    expect(problems({ ...small, serviceList: services(13) })).toEqual([]);
    expect(problems({ ...small, serviceList: services(14) })).toEqual(["services-exhausted"]);
  });

  test("headless Services and ExternalName take no address", () => {
    const serviceList = [
      ...services(100, { clusterIp: "none", type: "ClusterIP" }),
      ...services(100, { clusterIp: "auto", type: "ExternalName" }),
    ];
    expect(problems({ services: range("10.96.0.0/28"), serviceList })).toEqual([]);
    const load = services(14, { clusterIp: "auto", type: "LoadBalancer" });
    expect(problems({ services: range("10.96.0.0/28"), serviceList: load })).toEqual(["services-exhausted"]);
  });

  test.each(["169.254.8.0/24", "172.30.0.0/16", "172.31.4.0/24", "192.0.2.0/25", "172.28.0.0/14"])(
    "AKS refuses %s",
    (text) => {
      const aks = { aks: true, services: range("10.96.0.0/16"), nodes: range(text) };
      expect(problems(aks)).toEqual(["aks-reserved-range"]);
      expect(problems({ ...aks, aks: false })).toEqual([]);
      // For Pods and Services too; other rules may be broken then.
      expect(problems({ ...aks, nodes: plan.nodes, pods: range(text) })).toContain("aks-reserved-range");
      expect(problems({ ...aks, nodes: plan.nodes, services: range(text) })).toContain("aks-reserved-range");
    },
  );
});

describe("the subnet of an AKS cluster", () => {
  // Part E of the course, from AKS's formula.
  test.each([
    [5, 1, 30, "node-subnet", 186, 24],
    [5, 1, 110, "node-subnet", 666, 22],
    [50, 1, 30, "node-subnet", 1581, 21],
    [50, 1, 110, "node-subnet", 5661, 19],
    [60, 1, 30, "node-subnet", 1891, 21],
    [50, 1, 250, "overlay", 51, 26],
    [0, 0, 30, "node-subnet", 0, 29],
  ] as const)("%i nodes, surge %i, %i Pods, %s", (nodes, surge, maxPods, mode, needed, prefix) => {
    expect(aksSubnet({ nodes, surge, maxPods, mode })).toEqual({ needed, prefix });
  });

  test("Azure keeps five addresses: a /28 has 11 nodes", () => {
    const overlay = { surge: 0, maxPods: 250, mode: "overlay" } as const;
    expect(aksSubnet({ ...overlay, nodes: 11 }).prefix).toBe(28);
    expect(aksSubnet({ ...overlay, nodes: 12 }).prefix).toBe(27);
  });

  test("IPv4 may have too few addresses", () => {
    expect(aksSubnet({ nodes: 2 ** 24, surge: 0, maxPods: 255, mode: "node-subnet" }).prefix).toBeNull();
  });

  test("what is needed and Azure's five fit, and not in half of it", () => {
    const count = integer({ min: 0, max: 5000 });
    holds(
      property(
        count,
        count,
        integer({ min: 10, max: 250 }),
        constantFrom("node-subnet", "overlay"),
        (...given) => {
          const [nodes, surge, maxPods, mode] = given;
          const { needed, prefix } = aksSubnet({ nodes, surge, maxPods, mode });
          const size = 2 ** (32 - must(prefix));
          expect(size).toBeGreaterThanOrEqual(needed + 5);
          expect(size === 8 || size / 2 < needed + 5).toBe(true);
        },
      ),
    );
  });
});
