import { z } from "zod";
import type { Protocol } from "#net/kubernetes/pods.ts";
import { isAllowed, type Connection } from "#net/kubernetes/policy-evaluation.ts";
import { formatIpAddress, type IpAddress } from "#net/wire/prefix.ts";
import { address } from "../addresses.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";
import { apiObject, clusterOf, policiesOf, type Peer } from "./k8s-objects.ts";

const allowedPorts = z.union([
  z.literal("all"),
  z.array(z.object({ protocol: z.enum(["TCP", "UDP", "SCTP"]), ports: z.string().regex(/^[\d,-]+$/) })),
]);
const clusters = z.object({
  case: z.string(),
  objects: z.array(apiObject),
  connections: z.array(z.tuple([z.string(), z.string(), allowedPorts])),
});
type Allowed = z.infer<typeof allowedPorts>;

/** A range of addresses outside of the cluster, in all of which a connection is the same. */
type Range = { readonly first: IpAddress; readonly last: IpAddress };

function rangeOf(name: string): Range | null {
  const [, first, last] = /^([\d.]+)-([\d.]+)\[External\]$/.exec(name) ?? [];
  return first === undefined || last === undefined ? null : { first: address(first), last: address(last) };
}

/** The oracle cuts the ranges of each workload its own way: both ends of all of them are tried. */
function outsiders(connections: readonly (readonly [string, string, Allowed])[]): Peer[] {
  const ends = connections
    .flatMap(([from, to]) => [rangeOf(from), rangeOf(to)])
    .flatMap((range) => (range === null ? [] : [range.first, range.last]));
  return [...new Map(ends.map((end) => [formatIpAddress(end), end]))].map(([name, end]) => ({
    name: `${name}[External]`,
    at: [end],
  }));
}

/** Whether a name of the list means the peer: its own, or a range that holds its address. */
function means(name: string, { name: own, at: [where] }: Peer): boolean {
  const range = rangeOf(name);
  if (range === null || where === undefined || where.version === 6) return name === own;
  return range.first.value <= where.value && where.value <= range.last.value;
}

const protocols: readonly Protocol[] = ["TCP", "UDP", "SCTP"];

/** Every port at which an answer can turn: those that the case names, those beside them, and both ends. */
function turningPorts(text: string): number[] {
  const named = [...text.matchAll(/"(?:port|endPort|containerPort)":(\d+)|"ports":"([\d,-]+)"/g)].flatMap(
    ([, number, list]) => (list ?? number ?? "").split(/[,-]/).map(Number),
  );
  const near = named.flatMap((port) => [port - 1, port, port + 1]);
  return [...new Set([1, 65_535, ...near])].filter((port) => port >= 1 && port <= 65_535);
}

const allows = (allowed: Allowed | undefined, protocol: Protocol, port: number): boolean => {
  if (allowed === undefined || allowed === "all") return allowed === "all";
  return allowed.some(
    (one) => one.protocol === protocol && one.ports.split(",").some((range) => inRange(range, port)),
  );
};

const inRange = (range: string, port: number): boolean => {
  const [first = 0, last = first] = range.split("-").map(Number);
  return first <= port && port <= last;
};

const connlists = vectors(clusters, ({ objects, connections }) => {
  const { cluster, workloads } = clusterOf(objects);
  const policies = policiesOf(objects);
  const outside = outsiders(connections);
  const portsToTry = turningPorts(JSON.stringify({ objects, connections }));
  const everybody = [...workloads, ...outside];
  return everybody
    .flatMap((from) => everybody.map((to) => ({ from, to })))
    .filter(({ from, to }) => from !== to && !(outside.includes(from) && outside.includes(to)))
    .map(({ from, to }): Check => {
      const [, , allowed] = connections.find((one) => means(one[0], from) && means(one[1], to)) ?? [];
      const wrong = protocols.flatMap((protocol) =>
        portsToTry
          .filter((port) => {
            const expected = allows(allowed, protocol, port);
            return pairs(from, to).some(
              (ends) => isAllowed(cluster, policies, { ...ends, protocol, port }).allowed !== expected,
            );
          })
          .map((port) => `${protocol} ${port}`),
      );
      return same(
        `${from.name} to ${to.name}: otherwise than ${JSON.stringify(allowed ?? "none")}`,
        [],
        wrong,
      );
    });
});

/** Each Pod of the one workload with each of the other: all of them behave alike. */
const pairs = (from: Peer, to: Peer): Pick<Connection, "from" | "to">[] =>
  from.at.flatMap((source) => to.at.map((destination) => ({ from: source, to: destination })));

export const k8sPolicies: Readonly<Record<string, Suite>> = { "k8s/networkpolicy-connlists.json": connlists };
