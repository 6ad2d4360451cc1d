import { describe, expect, test } from "vitest";
import {
  peerMatches,
  policyTypes,
  type Cluster,
  type NetworkPolicy,
  type Peer,
} from "#net/kubernetes/network-policy.ts";
import { isAllowed, type Connection } from "#net/kubernetes/policy-evaluation.ts";
import type { LabelSelector } from "#net/kubernetes/selectors.ts";
import { cidr, ip, pod } from "./pods.ts";

const at = {
  db: "10.244.1.2",
  frontend: "10.244.1.3",
  other: "10.244.1.4",
  friend: "10.244.2.2",
  alice: "10.244.3.2",
  node: "192.0.2.10",
};
const cluster: Cluster = {
  pods: [
    pod("default/db", at.db, { role: "db" }, { ports: [{ name: "redis", port: 6379 }] }),
    pod("default/frontend", at.frontend, { role: "frontend" }, { ports: [{ name: "redis", port: 7000 }] }),
    pod("default/other", at.other, { role: "other" }),
    pod("mine/friend", at.friend, { role: "client" }),
    pod("theirs/alice", at.alice, { role: "frontend" }),
    pod("default/agent", at.node, { role: "frontend" }, { hostNetwork: true }),
  ],
  namespaces: { default: {}, mine: { project: "myproject", user: "alice" }, theirs: { user: "alice" } },
};
const policy = (more: Partial<NetworkPolicy>): NetworkPolicy => ({
  name: "p",
  namespace: "default",
  podSelector: {},
  ...more,
});
const connect = (
  policies: readonly NetworkPolicy[],
  from: string,
  to: string,
  port = 6379,
  protocol: Connection["protocol"] = "TCP",
): string => {
  const verdict = isAllowed(cluster, policies, { from: ip(from), to: ip(to), port, protocol });
  return verdict.allowed ? "allowed" : verdict.blockedBy;
};
const role = (value: string): LabelSelector => ({ matchLabels: { role: value } });

// « The NetworkPolicy resource », test-network-policy.
describe("the documentation's example", () => {
  const policies = [
    policy({
      podSelector: role("db"),
      policyTypes: ["Ingress", "Egress"],
      ingress: [
        {
          peers: [
            { ipBlock: { cidr: cidr("172.17.0.0/16"), except: [cidr("172.17.1.0/24")] } },
            { namespaceSelector: { matchLabels: { project: "myproject" } } },
            { podSelector: role("frontend") },
          ],
          ports: [{ protocol: "TCP", port: 6379 }],
        },
      ],
      egress: [
        { peers: [{ ipBlock: { cidr: cidr("10.0.0.0/24") } }], ports: [{ protocol: "TCP", port: 5978 }] },
      ],
    }),
  ];

  test.each([
    ["a frontend of the namespace", at.frontend, "allowed"],
    ["a frontend of another namespace", at.alice, "ingress"],
    ["a Pod of a namespace with the label", at.friend, "allowed"],
    ["another Pod of the namespace", at.other, "ingress"],
    ["an address of the block, first", "172.17.0.0", "allowed"],
    ["an address of the block, last before the hole", "172.17.0.255", "allowed"],
    ["an address of the hole", "172.17.1.0", "ingress"],
    ["an address behind the hole", "172.17.2.0", "allowed"],
    ["an address outside of the block", "172.18.0.1", "ingress"],
    ["a Pod on its node's network, whose labels say nothing", at.node, "ingress"],
  ])("to the database, %s", (_, from, verdict) => {
    expect(connect(policies, from, at.db)).toBe(verdict);
  });

  test("another port and another protocol are not in the rule", () => {
    expect(connect(policies, at.frontend, at.db, 6380)).toBe("ingress");
    expect(connect(policies, at.frontend, at.db, 6379, "UDP")).toBe("ingress");
  });

  test("from the database only to 10.0.0.0/24, port 5978", () => {
    expect(connect(policies, at.db, "10.0.0.7", 5978)).toBe("allowed");
    expect(connect(policies, at.db, "10.0.1.7", 5978)).toBe("egress");
    expect(connect(policies, at.db, "10.0.0.7", 5979)).toBe("egress");
    expect(connect(policies, at.db, at.frontend, 5978)).toBe("egress");
  });

  test("Pods that it does not select are not isolated, and a Pod reaches itself", () => {
    expect(connect(policies, at.alice, at.frontend)).toBe("allowed");
    expect(connect(policies, at.db, at.db, 1)).toBe("allowed");
  });
});

// « Behavior of to and from selectors ».
test("two selectors in one element mean both, in two elements either", () => {
  const user: LabelSelector = { matchLabels: { user: "alice" } };
  const both: Peer[] = [{ namespaceSelector: user, podSelector: role("client") }];
  const either: Peer[] = [{ namespaceSelector: user }, { podSelector: role("client") }];
  const from = (peers: Peer[]) => [policy({ podSelector: role("db"), ingress: [{ peers }] })];
  expect([at.friend, at.alice, at.other].map((one) => connect(from(both), one, at.db))).toEqual([
    "allowed",
    "ingress",
    "ingress",
  ]);
  expect([at.friend, at.alice, at.other].map((one) => connect(from(either), one, at.db))).toEqual([
    "allowed",
    "allowed",
    "ingress",
  ]);
});

test("an empty selector means all of its scope, and a block means Pods too", () => {
  const means = (peer: Peer): string[] =>
    Object.entries(at)
      .filter(([, address]) => peerMatches(peer, "default", cluster, ip(address)))
      .map(([name]) => name);
  expect(means({ podSelector: {} })).toEqual(["db", "frontend", "other"]);
  expect(means({ namespaceSelector: {} })).toEqual(["db", "frontend", "other", "friend", "alice"]);
  expect(means({ ipBlock: { cidr: cidr("10.244.1.0/24"), except: [cidr("10.244.1.3/32")] } })).toEqual([
    "db",
    "other",
  ]);
  const absent: LabelSelector = {
    matchExpressions: [{ key: "project", operator: "NotIn", values: ["myproject"] }],
  };
  expect(means({ namespaceSelector: absent, podSelector: role("frontend") })).toEqual(["frontend", "alice"]);
});

// « Default policies ».
describe("default policies of a namespace", () => {
  const both = (policies: NetworkPolicy[]) => [
    connect(policies, at.alice, at.db),
    connect(policies, at.db, at.alice),
  ];
  test.each<[string, Partial<NetworkPolicy>, string[]]>([
    ["deny all ingress", { policyTypes: ["Ingress"] }, ["ingress", "allowed"]],
    ["allow all ingress", { policyTypes: ["Ingress"], ingress: [{}] }, ["allowed", "allowed"]],
    ["deny all egress", { policyTypes: ["Egress"] }, ["allowed", "egress"]],
    ["allow all egress", { policyTypes: ["Egress"], egress: [{}] }, ["allowed", "allowed"]],
    ["deny both", { policyTypes: ["Ingress", "Egress"] }, ["ingress", "egress"]],
    [
      "no rules is not a rule without conditions",
      { policyTypes: ["Ingress"], ingress: [] },
      ["ingress", "allowed"],
    ],
  ])("%s", (_, more, verdicts) => {
    expect(both([policy(more)])).toEqual(verdicts);
  });

  test("policies add up: one that allows opens what another closes", () => {
    const closed = policy({ policyTypes: ["Ingress"] });
    const open = policy({ podSelector: role("db"), ingress: [{ peers: [{ namespaceSelector: {} }] }] });
    expect(connect([closed, open], at.alice, at.db)).toBe("allowed");
    expect(connect([closed, open], at.alice, at.other)).toBe("ingress");
    expect(connect([closed, open], "198.51.100.1", at.db)).toBe("ingress");
  });

  test("a policy of another namespace selects nobody here", () => {
    expect(connect([policy({ namespace: "mine", policyTypes: ["Ingress"] })], at.alice, at.db)).toBe(
      "allowed",
    );
  });

  test("without policyTypes: Ingress, and Egress if there are egress rules", () => {
    expect(policyTypes(policy({}))).toEqual(["Ingress"]);
    expect(policyTypes(policy({ egress: [] }))).toEqual(["Ingress"]);
    expect(policyTypes(policy({ egress: [{}] }))).toEqual(["Ingress", "Egress"]);
    expect(policyTypes(policy({ policyTypes: ["Egress"], ingress: [{}] }))).toEqual(["Egress"]);
  });
});

describe("ports", () => {
  const to = (...ports: NonNullable<NonNullable<NetworkPolicy["egress"]>[0]["ports"]>) => [
    policy({ podSelector: role("other"), policyTypes: ["Egress"], egress: [{ ports }] }),
  ];

  // « Targeting a range of ports », multi-port-egress.
  test("endPort: the range with both ends", () => {
    const range = to({ protocol: "TCP", port: 32_000, endPort: 32_768 });
    const ports = [31_999, 32_000, 32_768, 32_769];
    expect(ports.map((port) => connect(range, at.other, "10.0.0.1", port))).toEqual([
      "egress",
      "allowed",
      "allowed",
      "egress",
    ]);
  });

  test("a named port is the destination's, each its own", () => {
    const named = to({ port: "redis" });
    expect(connect(named, at.other, at.db, 6379)).toBe("allowed");
    expect(connect(named, at.other, at.db, 7000)).toBe("egress");
    expect(connect(named, at.other, at.frontend, 7000)).toBe("allowed");
    expect(connect(named, at.other, at.friend, 6379)).toBe("egress");
    expect(connect(named, at.other, "198.51.100.1", 6379)).toBe("egress");
  });

  test("TCP where no protocol is given, all ports where no port is", () => {
    expect(connect(to({ port: 53 }), at.other, at.db, 53, "UDP")).toBe("egress");
    expect(connect(to({ protocol: "UDP" }), at.other, at.db, 9, "UDP")).toBe("allowed");
    expect(connect(to({ protocol: "UDP" }), at.other, at.db, 9)).toBe("egress");
  });
});

// The course's own example: a connection is decided at both ends.
describe("deny-all and one rule for the backend", () => {
  const shop: Cluster = {
    pods: [
      pod("production/frontend", "10.244.1.10", { app: "frontend" }),
      pod("production/backend", "10.244.1.20", { app: "backend" }),
      pod("kube-system/dns", "10.244.0.10", { "k8s-app": "kube-dns" }),
    ],
    namespaces: { production: {}, "kube-system": { "kubernetes.io/metadata.name": "kube-system" } },
  };
  const app = (name: string): LabelSelector => ({ matchLabels: { app: name } });
  const inShop = (more: Partial<NetworkPolicy>) => policy({ namespace: "production", ...more });
  const denyAll = inShop({ policyTypes: ["Ingress", "Egress"] });
  const tcp8080 = [{ protocol: "TCP" as const, port: 8080 }];
  const ingress = inShop({
    podSelector: app("backend"),
    ingress: [{ peers: [{ podSelector: app("frontend") }], ports: tcp8080 }],
  });
  const egress = inShop({
    podSelector: app("frontend"),
    policyTypes: ["Egress"],
    egress: [{ peers: [{ podSelector: app("backend") }], ports: tcp8080 }],
  });
  const verdict = (
    policies: NetworkPolicy[],
    from: string,
    to: string,
    port: number,
    protocol: "TCP" | "UDP",
  ) => isAllowed(shop, policies, { from: ip(from), to: ip(to), port, protocol });

  test("the frontend's own egress stays closed until a policy opens it", () => {
    const ends = ["10.244.1.10", "10.244.1.20", 8080, "TCP"] as const;
    expect(verdict([denyAll, ingress], ...ends)).toEqual({ allowed: false, blockedBy: "egress" });
    expect(verdict([denyAll, egress], ...ends)).toEqual({ allowed: false, blockedBy: "ingress" });
    expect(verdict([denyAll, ingress, egress], ...ends)).toEqual({ allowed: true });
  });

  test("names do not resolve while 53 to the cluster's DNS is closed", () => {
    const toDns = ["10.244.1.10", "10.244.0.10", 53] as const;
    expect(verdict([denyAll, ingress, egress], ...toDns, "UDP")).toEqual({
      allowed: false,
      blockedBy: "egress",
    });
    const dns = inShop({
      policyTypes: ["Egress"],
      egress: [
        {
          peers: [
            {
              namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
              podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
            },
          ],
          ports: [
            { protocol: "UDP", port: 53 },
            { protocol: "TCP", port: 53 },
          ],
        },
      ],
    });
    expect(verdict([denyAll, dns], ...toDns, "UDP")).toEqual({ allowed: true });
    expect(verdict([denyAll, dns], ...toDns, "TCP")).toEqual({ allowed: true });
  });
});
