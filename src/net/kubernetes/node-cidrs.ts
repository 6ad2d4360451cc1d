import { addressBits, isSubnetOf, overlaps, prefixOf, sizeOf, lastOf, type Prefix } from "../wire/prefix.ts";

/**
 * How the controller manager gives each node a block of the range for Pods (`--cluster-cidr`, `--node-cidr-mask-size`):
 * the range is cut into blocks of the length `nodeMask`, numbered from 0.
 */
export type NodeCidrs = {
  readonly range: Prefix;
  readonly nodeMask: number;
  readonly occupied: ReadonlySet<number>;
  /** Where the search for a free block begins: behind the last that was given. */
  readonly next: number;
};

/** With IPv6 the two lengths may lie 16 apart: more blocks are refused, for the memory that they would take. */
const mostIpv6Bits = 16;

/** A range of which no block is given; null where it has no block of that length, or too many. */
export function nodeCidrs(range: Prefix, nodeMask: number): NodeCidrs | null {
  if (nodeMask < range.length || nodeMask > addressBits(range.version)) return null;
  if (range.version === 6 && nodeMask - range.length > mostIpv6Bits) return null;
  return { range, nodeMask, occupied: new Set(), next: 0 };
}

/** How many blocks, that is how many nodes. */
export const blockCount = ({ range, nodeMask }: Pick<NodeCidrs, "range" | "nodeMask">): number =>
  2 ** (nodeMask - range.length);

/** The block of that number. */
export const blockAt = ({ range, nodeMask }: NodeCidrs, index: number): Prefix => ({
  version: range.version,
  network: range.network + BigInt(index) * sizeOf({ ...range, length: nodeMask }),
  length: nodeMask,
});

/** The numbers of the blocks that share an address with the prefix, from the first to the last; null if none does. */
export function blocksOf(set: NodeCidrs, prefix: Prefix): readonly [first: number, last: number] | null {
  const { range } = set;
  if (!overlaps(prefix, range)) return null;
  if (isSubnetOf(range, prefix)) return [0, blockCount(set) - 1];
  return [indexOf(set, prefix.network), indexOf(set, lastOf(prefix))];
}

const indexOf = ({ range, nodeMask }: NodeCidrs, value: bigint): number => {
  const block = prefixOf({ version: range.version, value }, nodeMask);
  return Number((block.network - range.network) / sizeOf(block));
};

/** Marks every block of the prefix as given: a node had it before. Null where the prefix lies outside of the range. */
export const occupy = (set: NodeCidrs, prefix: Prefix): NodeCidrs | null =>
  change(set, prefix, (occupied, index) => occupied.add(index));

/** Every block of the prefix is free again. */
export const release = (set: NodeCidrs, prefix: Prefix): NodeCidrs | null =>
  change(set, prefix, (occupied, index) => occupied.delete(index));

function change(set: NodeCidrs, prefix: Prefix, apply: (occupied: Set<number>, index: number) => void) {
  const blocks = blocksOf(set, prefix);
  if (blocks === null) return null;
  const occupied = new Set(set.occupied);
  for (let index = blocks[0]; index <= blocks[1]; index++) apply(occupied, index);
  return { ...set, occupied };
}

/** The next free block, around the range once; null when every block is given. */
export function allocateBlock(set: NodeCidrs): { readonly set: NodeCidrs; readonly block: Prefix } | null {
  const count = blockCount(set);
  if (set.occupied.size >= count) return null;
  let index = set.next;
  while (set.occupied.has(index)) index = (index + 1) % count;
  const occupied = new Set(set.occupied).add(index);
  return { set: { ...set, occupied, next: (index + 1) % count }, block: blockAt(set, index) };
}

/**
 * The length of a node's block that has at least twice as many addresses as Pods (GKE, « Configure maximum Pods per
 * node »): an address is then not given to a new Pod soon after the old one is gone. At least one Pod; IPv4.
 */
export const blockLengthFor = (maxPods: number): number => 32 - Math.ceil(Math.log2(2 * maxPods));
