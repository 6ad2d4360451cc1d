import { createHash } from "node:crypto";
import { z } from "zod";
import { serviceChain } from "#net/kubernetes/kube-proxy-chains.ts";
import {
  allocateBlock,
  blockAt,
  blockCount,
  blockLengthFor,
  blocksOf,
  nodeCidrs,
  occupy,
  release,
  type NodeCidrs,
} from "#net/kubernetes/node-cidrs.ts";
import { formatPrefix } from "#net/wire/prefix.ts";
import { must, prefix } from "../addresses.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";

const range = { clusterCidr: z.string(), nodeMaskSize: z.int() };
const refused = { error: z.literal(true), why: z.string().optional() };
const vector = z.union([
  z.strictObject({ op: z.literal("indexToCidr"), ...range, index: z.int(), cidr: z.string() }),
  z.strictObject({ op: z.literal("cidrToIndex"), ...range, cidr: z.string(), index: z.int() }),
  z.strictObject({ op: z.literal("cidrToIndex"), ...range, cidr: z.string(), ...refused }),
  z.strictObject({
    op: z.literal("occupiedIndexes"),
    ...range,
    cidr: z.string(),
    firstIndex: z.int(),
    lastIndex: z.int(),
  }),
  z.strictObject({ op: z.literal("allocateNext"), ...range, first: z.string(), second: z.string() }),
  z.strictObject({ op: z.literal("allocateNext"), ...range, ...refused }),
  z.strictObject({
    op: z.literal("sequence"),
    ...range,
    steps: z.array(z.tuple([z.enum(["occupy", "release"]), z.string(), z.int()])),
    read: z.string(),
    stillAllocatable: z.int(),
  }),
  z.strictObject({
    op: z.literal("gkeNodeRange"),
    maxPodsPerNode: z.int(),
    prefixLength: z.int(),
    addresses: z.int(),
  }),
]);
type Vector = z.infer<typeof vector>;

function check(given: Vector): Check[] {
  if (given.op === "gkeNodeRange") {
    const length = blockLengthFor(given.maxPodsPerNode);
    return [
      same("length", given.prefixLength, length),
      same("addresses", given.addresses, 2 ** (32 - length)),
    ];
  }
  const set = nodeCidrs(prefix(given.clusterCidr), given.nodeMaskSize);
  if (given.op === "allocateNext" && "error" in given) return [same("set", null, set)];
  const blocks = must(set, "cluster range");
  switch (given.op) {
    case "indexToCidr":
      return [same("block", given.cidr, formatPrefix(blockAt(blocks, given.index)))];
    case "cidrToIndex": {
      const index = blocksOf(blocks, prefix(given.cidr));
      return [same("index", "error" in given ? null : [given.index, given.index], index)];
    }
    case "occupiedIndexes":
      return [same("indexes", [given.firstIndex, given.lastIndex], blocksOf(blocks, prefix(given.cidr)))];
    case "allocateNext":
      return [same("blocks", [given.first, given.second], allocated(blocks).slice(0, 2))];
    case "sequence":
      return sequence(blocks, given.steps, given.stillAllocatable);
  }
}

function sequence(
  before: NodeCidrs,
  steps: readonly (readonly ["occupy" | "release", string, number])[],
  left: number,
): Check[] {
  let set = before;
  const counts = steps.map(([operation, cidr]) => {
    set = must((operation === "occupy" ? occupy : release)(set, prefix(cidr)), `step ${cidr}`);
    return set.occupied.size;
  });
  return [
    same(
      "occupied after each step",
      steps.map(([, , count]) => count),
      counts,
    ),
    same("still allocatable", left, allocated(set).length),
  ];
}

/** Block after block until there is none; of a large range the first few. */
function allocated(set: NodeCidrs): string[] {
  const blocks: string[] = [];
  const most = Math.min(blockCount(set), 300);
  for (let next = allocateBlock(set); next !== null && blocks.length < most; next = allocateBlock(next.set))
    blocks.push(formatPrefix(next.block));
  return blocks;
}

/** Published dumps of real clusters; the file has them beside its vectors. */
const chains = z.object({
  meta: z.object({
    kubeProxyChainNames: z.array(
      z.object({ servicePortName: z.string(), protocol: z.enum(["tcp", "udp", "sctp"]), chain: z.string() }),
    ),
  }),
});
const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

const dimensioning: Suite = (document, folder) => {
  const names = chains.parse(document).meta.kubeProxyChainNames;
  const wrong = names
    .map((name) => ({
      input: name,
      checks: [same("chain", name.chain, serviceChain(name.servicePortName, name.protocol, sha256))],
    }))
    .filter(({ checks }) => checks.some(({ expected, actual }) => expected !== actual));
  const report = vectors(vector, check)(document, folder);
  return {
    ...report,
    passed: report.passed + names.length - wrong.length,
    failures: [...report.failures, ...wrong],
  };
};

export const k8sCidrs: Readonly<Record<string, Suite>> = { "k8s/cidr-dimensioning.json": dimensioning };
