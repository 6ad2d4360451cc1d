import { expect, test } from "vitest";
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
import { cidr } from "./pods.ts";

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error("the test has a bad range");
  return value;
};
const set = (range: string, mask: number): NodeCidrs => must(nodeCidrs(cidr(range), mask));

test("a /16 has 256 blocks of length 24, numbered in order", () => {
  const pods = set("10.244.0.0/16", 24);
  expect(blockCount(pods)).toBe(256);
  expect(formatPrefix(blockAt(pods, 255))).toBe("10.244.255.0/24");
  expect(blocksOf(pods, cidr("10.244.4.0/22"))).toEqual([4, 7]);
  expect(blocksOf(pods, cidr("10.0.0.0/8"))).toEqual([0, 255]);
  expect(blocksOf(pods, cidr("10.245.0.0/24"))).toBeNull();
  expect(blocksOf(pods, cidr("fd00::/8"))).toBeNull();
});

test("blocks longer than an address or shorter than the range are refused, and more than 16 bits of IPv6", () => {
  expect(nodeCidrs(cidr("10.244.0.0/16"), 15)).toBeNull();
  expect(nodeCidrs(cidr("10.244.0.0/16"), 33)).toBeNull();
  expect(nodeCidrs(cidr("fd00::/48"), 64)).not.toBeNull();
  expect(nodeCidrs(cidr("fd00::/47"), 64)).toBeNull();
  expect(nodeCidrs(cidr("10.0.0.0/8"), 30)).not.toBeNull();
});

test("the next free block, around the range once, and none when all are given", () => {
  let pods = must(occupy(set("10.244.0.0/22", 24), cidr("10.244.1.0/24")));
  const given: string[] = [];
  for (let next = allocateBlock(pods); next !== null; next = allocateBlock(pods)) {
    given.push(formatPrefix(next.block));
    pods = next.set;
  }
  expect(given).toEqual(["10.244.0.0/24", "10.244.2.0/24", "10.244.3.0/24"]);
  const freed = must(release(pods, cidr("10.244.2.0/24")));
  expect(formatPrefix(must(allocateBlock(freed)).block)).toBe("10.244.2.0/24");
  expect(occupy(pods, cidr("10.245.0.0/24"))).toBeNull();
});

test("a block that was freed waits until the others were given", () => {
  const { set: pods, block } = must(allocateBlock(set("10.244.0.0/22", 24)));
  expect(formatPrefix(block)).toBe("10.244.0.0/24");
  const freed = must(release(pods, block));
  expect(formatPrefix(must(allocateBlock(freed)).block)).toBe("10.244.1.0/24");
});

test("a block has twice as many addresses as Pods", () => {
  expect([8, 9, 32, 33, 110, 128, 129].map(blockLengthFor)).toEqual([28, 27, 26, 25, 24, 24, 23]);
});
