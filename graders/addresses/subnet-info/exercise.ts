import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4Address } from "#course/generators/ipv4-address.ts";
import { ipv4PrefixLength } from "#course/generators/ipv4-prefix.ts";
import { subnetOf } from "#net/stack/subnets.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { formatIpAddress, prefixOf } from "#net/wire/prefix.ts";

const acceptedArgs = z.tuple([
  z.string().refine((text) => parseIpv4Address(text) !== null),
  z.int().min(0).max(32),
]);

const calculators = "CPython 3.11.2, netaddr 0.8.0, ipcalc 0.42, sipcalc 1.1.6";

type Named = { name: string; args: [ip: string, prefix: number] };
const edge = (name: string, ip: string, prefix: number): Named => ({ name, args: [ip, prefix] });

/** RFC 4632 §3.1; RFC 1122 §3.2.1.3 (broadcast); RFC 3021 (/31). */
export default defineExercise<[ip: string, prefix: number], SubnetInfo>({
  number: "05.3",
  entry: "subnetInfo",
  level: 2,
  points: 4,
  prerequisites: ["05.1", "05.2"],
  parameters: [
    { name: "ip", shape: { kind: "value" } },
    { name: "prefix", shape: { kind: "uint", bits: 8, base: 10 } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "course-question",
      args: ["192.168.100.72", 27],
      expected: {
        network: "192.168.100.64",
        broadcast: "192.168.100.95",
        first: "192.168.100.65",
        last: "192.168.100.94",
        usable: 30,
      },
      source: "CPython 3.11.7",
    },
    {
      name: "third-octet",
      args: ["192.168.95.121", 20],
      expected: {
        network: "192.168.80.0",
        broadcast: "192.168.95.255",
        first: "192.168.80.1",
        last: "192.168.95.254",
        usable: 4094,
      },
      source: calculators,
    },
    {
      name: "classic-8",
      args: ["94.159.220.129", 8],
      expected: {
        network: "94.0.0.0",
        broadcast: "94.255.255.255",
        first: "94.0.0.1",
        last: "94.255.255.254",
        usable: 16777214,
      },
      source: calculators,
    },
    {
      name: "slash-30",
      args: ["10.0.169.72", 30],
      expected: {
        network: "10.0.169.72",
        broadcast: "10.0.169.75",
        first: "10.0.169.73",
        last: "10.0.169.74",
        usable: 2,
      },
      source: calculators,
    },
    {
      name: "slash-31",
      args: ["100.64.251.247", 31],
      expected: {
        network: "100.64.251.246",
        broadcast: null,
        first: "100.64.251.246",
        last: "100.64.251.247",
        usable: 2,
      },
      source: calculators,
    },
    {
      name: "slash-32",
      args: ["192.168.106.88", 32],
      expected: {
        network: "192.168.106.88",
        broadcast: null,
        first: "192.168.106.88",
        last: "192.168.106.88",
        usable: 1,
      },
      source: calculators,
    },
    {
      name: "slash-0",
      args: ["177.0.237.103", 0],
      expected: {
        network: "0.0.0.0",
        broadcast: "255.255.255.255",
        first: "0.0.0.1",
        last: "255.255.255.254",
        usable: 4294967294,
      },
      source: calculators,
    },
  ],
  edges: [
    edge("network-address", "192.168.100.64", 27),
    edge("broadcast-address", "192.168.100.95", 27),
    edge("next-subnet", "192.168.100.96", 27),
    edge("slash-24", "192.168.100.5", 24),
    edge("slash-25", "192.168.100.129", 25),
    edge("slash-20", "10.0.5.3", 20),
    edge("slash-23", "10.0.1.255", 23),
    edge("slash-12", "172.31.255.255", 12),
    edge("slash-1", "200.1.2.3", 1),
    edge("even-end-of-31", "192.168.50.2", 31),
    edge("lowest-address", "0.0.0.0", 32),
    edge("highest-address", "255.255.255.255", 24),
  ],
  generators: { subnets: tuple(ipv4Address, ipv4PrefixLength) },
  reference(ip, prefix) {
    const network = prefixOf({ version: 4, value: BigInt(parseIpv4Address(ip) ?? 0) }, prefix);
    const { broadcast, first, last, usable } = subnetOf(network);
    const text = (value: bigint): string => formatIpAddress({ version: 4, value });
    return {
      network: text(network.network),
      broadcast: broadcast === null ? null : text(broadcast),
      first: text(first),
      last: text(last),
      usable: Number(usable),
    };
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
});
