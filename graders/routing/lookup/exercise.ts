import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { routeQuery } from "#course/generators/routing-table.ts";
import { courseNetwork } from "#course/network/course-network.ts";
import { toAddress, toRoute } from "#course/network/host.ts";
import { addressSchema, routeSchema } from "#course/network/schemas.ts";
import { lookupRoute } from "#net/stack/routing-table.ts";

const acceptedArgs = z.tuple([z.array(routeSchema).max(64), addressSchema]);
const accepts = (args: readonly unknown[]): boolean => acceptedArgs.safeParse(args).success;

const row = (dest: Cidr, gateway: Ip | null, iface: string, metric = 0): Route => ({
  dest,
  gateway,
  iface,
  metric,
});

/** The rows of a large table that hold some of the destinations asked about, in the order of that table. */
const kernelTable = [
  row("0.0.0.0/0", "192.0.2.1", "e0"),
  row("10.0.32.0/21", "192.0.2.101", "e0"),
  row("10.0.34.0/25", "192.0.4.32", "e2"),
  row("10.0.35.62/32", "192.0.2.153", "e0"),
  row("10.0.32.0/22", "192.0.2.158", "e0"),
  row("10.0.112.0/21", "192.0.2.17", "e0", 150),
  row("10.0.112.0/20", "192.0.4.60", "e2"),
  row("10.0.112.0/21", "192.0.5.115", "e3", 100),
];
const kernel = "Linux 6.18, `ip route get`";

const rfcTable = [
  row("0.0.0.0/0", "192.0.2.1", "eth0"),
  row("128.12.0.0/16", "192.0.2.2", "eth0"),
  row("10.0.0.0/8", "192.0.2.3", "eth0"),
  row("10.144.0.0/16", "192.0.2.4", "eth0"),
  row("10.144.2.0/24", "192.0.2.5", "eth0"),
];

const ways = [
  row("0.0.0.0/0", "192.168.100.1", "eth0", 0),
  row("10.0.0.0/8", "192.168.100.2", "eth0", 100),
  row("10.1.0.0/16", "192.168.100.3", "eth0", 600),
  row("10.1.2.0/24", "192.168.100.4", "eth0", 10),
];

export default defineExercise<[table: Route[], dst: Ip], Route | null>({
  number: "08.3",
  entry: "lookup",
  level: 2,
  points: 4,
  prerequisites: ["05.3"],
  parameters: [
    { name: "table", shape: { kind: "value" } },
    { name: "dst", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "rfc-longest",
      args: [rfcTable, "10.144.2.5"],
      expected: row("10.144.2.0/24", "192.0.2.5", "eth0"),
      source: "RFC 1812 §5.2.4.3",
    },
    {
      name: "kernel-nested",
      args: [kernelTable, "10.0.34.0"],
      expected: row("10.0.34.0/25", "192.0.4.32", "e2"),
      source: kernel,
    },
    {
      name: "kernel-host",
      args: [kernelTable, "10.0.35.62"],
      expected: row("10.0.35.62/32", "192.0.2.153", "e0"),
      source: kernel,
    },
    {
      name: "kernel-metric",
      args: [kernelTable, "10.0.114.73"],
      expected: row("10.0.112.0/21", "192.0.5.115", "e3", 100),
      source: kernel,
    },
    {
      name: "kernel-default",
      args: [kernelTable, "2.240.162.125"],
      expected: row("0.0.0.0/0", "192.0.2.1", "e0"),
      source: kernel,
    },
    {
      name: "kernel-no-route",
      args: [
        [row("10.120.0.0/13", "192.0.2.145", "e0", 100), row("100.0.0.0/12", "192.0.2.179", "e0")],
        "5.193.127.148",
      ],
      expected: null,
      source: kernel,
    },
  ],
  edges: [
    { name: "course-to-c", args: [courseNetwork.A.routes, "192.168.200.10"] },
    { name: "course-to-internet", args: [courseNetwork.A.routes, "198.51.100.80"] },
    { name: "empty-table", args: [[], "10.1.2.3"] },
    { name: "default-only", args: [[row("0.0.0.0/0", "192.168.100.1", "eth0")], "10.1.2.3"] },
    { name: "default-high-address", args: [[row("0.0.0.0/0", "192.168.100.1", "eth0")], "203.0.113.9"] },
    { name: "default-first", args: [ways, "10.1.2.3"] },
    { name: "default-last", args: [ways.toReversed(), "10.1.2.3"] },
    { name: "sixteen-over-eight", args: [ways, "10.1.9.9"] },
    { name: "long-prefix-costs-more", args: [ways.slice(1, 3), "10.1.2.3"] },
    {
      name: "two-hosts",
      args: [
        [row("10.1.2.3/32", "192.168.100.2", "eth0"), row("10.1.2.0/24", "192.168.100.1", "eth0")],
        "10.1.2.4",
      ],
    },
    {
      name: "same-prefix-metrics",
      args: [
        [
          row("10.1.0.0/16", "192.168.100.1", "eth0", 600),
          row("10.1.0.0/16", "192.168.100.2", "wlan0", 100),
          row("10.1.0.0/16", "192.168.100.3", "eth1", 1024),
        ],
        "10.1.2.3",
      ],
    },
    {
      name: "same-prefix-same-metric",
      args: [
        [
          row("10.1.0.0/16", "192.168.100.1", "eth0", 100),
          row("10.1.0.0/16", "192.168.100.2", "eth0", 100),
          row("10.1.0.0/16", "192.168.100.3", "eth0", 100),
        ],
        "10.1.2.3",
      ],
    },
    {
      name: "host-bits",
      args: [
        [row("10.1.2.3/16", "192.168.100.1", "eth0"), row("0.0.0.0/0", "192.168.100.2", "eth0")],
        "10.1.9.9",
      ],
    },
    {
      name: "host-bits-below",
      args: [
        [row("10.1.2.3/16", "192.168.100.1", "eth0"), row("0.0.0.0/0", "192.168.100.2", "eth0")],
        "10.1.0.9",
      ],
    },
    { name: "default-with-host-bits", args: [[row("10.1.2.3/0", "192.168.100.1", "eth0")], "10.1.2.3"] },
    {
      name: "same-digits",
      args: [
        [row("10.1.0.0/16", "192.168.100.1", "eth0"), row("0.0.0.0/0", "192.168.100.2", "eth0")],
        "10.10.0.1",
      ],
    },
    {
      name: "inside-a-byte",
      args: [
        [row("10.0.0.0/13", "192.168.100.1", "eth0"), row("10.8.0.0/13", "192.168.100.2", "eth0")],
        "10.9.9.9",
      ],
    },
    {
      name: "nine-and-ten",
      args: [
        [row("10.0.0.0/9", "192.168.100.1", "eth0"), row("10.64.0.0/10", "192.168.100.2", "eth0")],
        "10.64.0.1",
      ],
    },
    {
      name: "high-address",
      args: [
        [row("192.168.0.0/16", null, "eth0"), row("0.0.0.0/0", "192.168.100.1", "eth0")],
        "192.168.200.10",
      ],
    },
    {
      name: "last-bit",
      args: [[row("10.1.2.2/31", null, "eth0"), row("10.1.2.0/30", null, "eth1")], "10.1.2.1"],
    },
    { name: "no-default", args: [[row("192.168.100.0/24", null, "eth0")], "192.168.101.1"] },
  ],
  generators: { tables: routeQuery(accepts) },
  reference(table, dst) {
    const found = lookupRoute(
      table.map((given) => ({ ...toRoute(given), given })),
      toAddress(dst),
    );
    return found?.given ?? null;
  },
  accepts,
});
