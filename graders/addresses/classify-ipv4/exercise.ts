import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { specialIpv4Address } from "#course/generators/special-address.ts";
import { addressClass } from "#net/wire/address-class.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { specialPurpose } from "#net/wire/special-purpose.ts";

/** The rows of IANA's registry that the exercise names. */
const categories = new Map<string, Category>([
  ["This network", "this-network"],
  ["This host on this network", "this-network"],
  ["Private-Use", "private"],
  ["Shared Address Space", "shared"],
  ["Loopback", "loopback"],
  ["Link Local", "link-local"],
  ["Documentation (TEST-NET-1)", "documentation"],
  ["Documentation (TEST-NET-2)", "documentation"],
  ["Documentation (TEST-NET-3)", "documentation"],
  ["Benchmarking", "benchmarking"],
  ["Reserved", "reserved"],
  ["Limited Broadcast", "limited-broadcast"],
]);

/** Null for the registry's other rows (192.0.0.0/24 and the like), of which the exercise says nothing. */
function categoryOf(ip: string): Category | null {
  const address = parseIpv4Address(ip);
  if (address === null) return null;
  const special = specialPurpose({ version: 4, value: BigInt(address) });
  if (special !== null) return categories.get(special.name) ?? null;
  return addressClass(address) === "D" ? "multicast" : "global";
}

const isKnown = (ip: string): boolean => categoryOf(ip) !== null;
const domain = z.tuple([z.string().refine(isKnown)]);

const registry = "IANA special-purpose registry, 2025-04";
const golden = (name: string, ip: string, expected: Category, source = registry) => ({
  name,
  args: [ip] as [string],
  expected,
  source,
});
const edge = (name: string, ip: string) => ({ name, args: [ip] as [string] });

export default defineExercise<[ip: string], Category>({
  number: "06.1",
  entry: "classifyIPv4",
  level: 2,
  points: 4,
  prerequisites: ["05.3"],
  parameters: [{ name: "ip", shape: { kind: "value" } }],
  result: { kind: "value" },
  golden: [
    golden("no-address-yet", "0.0.0.0", "this-network"),
    golden("inside-10", "10.44.101.51", "private"),
    golden("inside-172-16", "172.20.78.96", "private"),
    golden("inside-192-168", "192.168.74.202", "private"),
    golden("inside-100-64", "100.85.104.53", "shared"),
    golden("inside-127", "127.165.60.92", "loopback"),
    golden("inside-169-254", "169.254.19.190", "link-local"),
    golden("test-net-1", "192.0.2.52", "documentation"),
    golden("test-net-2", "198.51.100.153", "documentation"),
    golden("test-net-3", "203.0.113.39", "documentation"),
    golden("inside-198-18", "198.18.108.45", "benchmarking"),
    golden("inside-240", "243.83.33.232", "reserved"),
    golden("all-ones", "255.255.255.255", "limited-broadcast"),
    golden("a-group", "224.66.178.116", "multicast", "Go 1.19.8, net/netip"),
    golden("public-resolver", "8.8.8.8", "global", "CPython 3.11.2, ipaddress"),
  ],
  edges: [
    edge("zero-last", "0.255.255.255"),
    edge("one-first", "1.0.0.0"),
    edge("nine-last", "9.255.255.255"),
    edge("ten-first", "10.0.0.0"),
    edge("ten-last", "10.255.255.255"),
    edge("eleven-first", "11.0.0.0"),
    edge("shared-before", "100.63.255.255"),
    edge("shared-first", "100.64.0.0"),
    edge("shared-last", "100.127.255.255"),
    edge("shared-after", "100.128.0.0"),
    edge("hundred-and-one", "101.64.0.1"),
    edge("loopback-before", "126.255.255.255"),
    edge("loopback-first", "127.0.0.0"),
    edge("loopback-usual", "127.0.0.1"),
    edge("loopback-other", "127.1.2.3"),
    edge("loopback-last", "127.255.255.255"),
    edge("loopback-after", "128.0.0.0"),
    edge("link-local-before", "169.253.255.255"),
    edge("link-local-first", "169.254.0.0"),
    edge("link-local-last", "169.254.255.255"),
    edge("link-local-after", "169.255.0.0"),
    edge("private-172-before", "172.15.255.255"),
    edge("private-172-first", "172.16.0.0"),
    edge("private-172-last", "172.31.255.255"),
    edge("private-172-after", "172.32.0.0"),
    edge("private-172-3", "172.3.0.1"),
    edge("private-192-before", "192.167.255.255"),
    edge("private-192-first", "192.168.0.0"),
    edge("private-192-last", "192.168.255.255"),
    edge("private-192-after", "192.169.0.0"),
    edge("test-net-1-before", "192.0.1.255"),
    edge("test-net-1-after", "192.0.3.0"),
    edge("test-net-2-before", "198.51.99.255"),
    edge("test-net-2-after", "198.51.101.0"),
    edge("test-net-3-before", "203.0.112.255"),
    edge("test-net-3-after", "203.0.114.0"),
    edge("benchmarking-before", "198.17.255.255"),
    edge("benchmarking-first", "198.18.0.0"),
    edge("benchmarking-second-half", "198.19.0.0"),
    edge("benchmarking-last", "198.19.255.255"),
    edge("benchmarking-after", "198.20.0.0"),
    edge("multicast-before", "223.255.255.255"),
    edge("multicast-first", "224.0.0.0"),
    edge("multicast-example", "233.252.0.1"),
    edge("multicast-last", "239.255.255.255"),
    edge("reserved-first", "240.0.0.0"),
    edge("reserved-last", "255.255.255.254"),
    edge("reserved-255", "255.0.0.0"),
    edge("ordinary-ends-in-255", "8.8.8.255"),
    edge("private-172-200", "172.200.0.1"),
    edge("looks-like-link-local", "8.254.0.1"),
    edge("looks-like-test-net-1-a", "8.8.2.1"),
    edge("looks-like-test-net-1-b", "192.5.2.1"),
    edge("looks-like-test-net-1-c", "8.0.2.1"),
    edge("looks-like-test-net-2", "8.51.100.1"),
    edge("looks-like-test-net-2-b", "198.5.100.1"),
    edge("looks-like-test-net-3", "203.5.113.1"),
    edge("looks-like-test-net-3-b", "8.0.113.1"),
  ],
  generators: { addresses: tuple(specialIpv4Address(isKnown)) },
  reference: (ip) => categoryOf(ip) ?? "global",
  accepts: (args) => domain.safeParse(args).success,
});
