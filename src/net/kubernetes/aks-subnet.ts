import { smallestPrefix } from "../stack/subnets.ts";

/** How large the subnet of the nodes of an AKS cluster must be (AKS, « Plan IP addressing for your cluster »). */
export type NodePool = {
  readonly nodes: number;
  /** Nodes that an upgrade adds for a while. */
  readonly surge: number;
  readonly maxPods: number;
  /** `node-subnet`: Pods have addresses of the subnet too. `overlay`: only nodes have. */
  readonly mode: "node-subnet" | "overlay";
};

/** Azure keeps the first four addresses of every subnet and the last. */
const azureReserved = 5;
/** Azure has no smaller IPv4 subnet. */
const longestPrefix = 29;

/** How many addresses the cluster needs, and the longest prefix that has them; null where IPv4 has too few. */
export function aksSubnet({ nodes, surge, maxPods, mode }: NodePool): {
  readonly needed: number;
  readonly prefix: number | null;
} {
  const most = nodes + surge;
  const needed = mode === "overlay" ? most : most + most * maxPods;
  const prefix = smallestPrefix(needed, azureReserved);
  return { needed, prefix: prefix === null ? null : Math.min(longestPrefix, prefix) };
}
