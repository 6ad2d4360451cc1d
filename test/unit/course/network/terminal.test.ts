import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { figureSchema, type NetworkFigure } from "../../../../src/course/network/figure.ts";
import { openSession } from "../../../../src/course/network/terminal/session.ts";
import type { Topology } from "../../../../src/net/simulator/topology.ts";
import { lab } from "../../../conformance/adapters/simulator-lab.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const courseFigure = figureSchema.parse(
  parse(readFileSync(`${root}content/fr/networks/document.yaml`, "utf8")),
);
const session = (figure: NetworkFigure = courseFigure) => {
  const open = openSession(figure, { seed: 1 });
  return (node: string, line: string): readonly string[] => open.run(node, line).output;
};

/** The laboratory in which the captures were made, as a figure. */
const figureOf = ({ nodes, links }: Topology): NetworkFigure =>
  figureSchema.parse({
    description: "lab",
    nodes: nodes.map((node, i) => ({ ...node, at: [i, 0] })),
    links,
    scenario: [],
  });

describe("the programs write what Linux wrote in the laboratory, but for times", () => {
  const masked = (lines: readonly string[]): string[] =>
    lines
      .map((line) =>
        line
          .replace(/[\d.]+ ms/g, "T ms")
          .replace(/time \d+ms/, "time Tms")
          .replace(/= [\d./]+ T ms|= [\d./]+ ms/, "= T ms")
          .replace(/mdev = .*/, "mdev = T"),
      )
      .join("\n")
      .trim()
      .split("\n");
  const captured = (name: string): string[] =>
    masked(
      readFileSync(`${root}test/conformance/data/captures/${name}.txt`, "utf8")
        .split("\n\n\n")[0]
        ?.split("\n")
        .filter((line) => !line.startsWith("$ ")) ?? [],
    );

  test.each([
    ["ping4-arp", "ping -c 3 10.1.13.2"],
    ["ping6-ndp", "ping -c 3 2001:db8:1:d::2"],
    ["traceroute4-udp", "traceroute -n -q 3 10.1.13.2"],
    ["traceroute4-icmp", "traceroute -n -I -q 2 10.1.13.2"],
  ] as const)("%s: %s", (name, command) => {
    expect(masked(session(figureOf(lab({ warm: false })))("A", command))).toEqual(captured(name));
  });
});

describe("ip route", () => {
  // Captured in the laboratory: inventory of the course, D.2.
  const table = [
    "default via 192.168.100.1 dev eth0",
    "192.168.100.0/24 dev eth0 proto kernel scope link src 192.168.100.10",
    "192.168.200.0/24 via 192.168.100.2 dev eth0",
  ];

  test("shows the table in the kernel's order, by any of its names", () => {
    expect(session()("A", "ip route")).toEqual(table);
    expect(session()("A", "ip r show")).toEqual(table);
  });

  test("get says what would become of a packet", () => {
    const run = session();
    expect(run("A", "ip route get 192.168.150.10")).toEqual([
      "192.168.150.10 via 192.168.100.1 dev eth0 src 192.168.100.10 uid 0 ",
      "    cache ",
    ]);
    expect(run("A", "ip route get 192.168.100.10")[0]).toBe(
      "local 192.168.100.10 dev lo src 192.168.100.10 uid 0 ",
    );
    expect(run("A", "ip route get 192.168.100.255")[0]).toContain("broadcast 192.168.100.255 dev eth0");
  });

  test("add refuses a gateway that is no neighbour, in the kernel's words, and changes nothing", () => {
    const run = session();
    expect(run("A", "ip route add 10.0.0.0/8 via 192.168.50.2")).toEqual([
      "Error: Nexthop has invalid gateway.",
    ]);
    expect(run("A", "ip route add 10.0.0.0/8 via 192.168.50.2 dev eth0")).toEqual([
      "Error: Nexthop has invalid gateway.",
    ]);
    expect(run("A", "ip route add 10.0.0.0/8 via 192.168.100.10")).toEqual([
      "Error: Nexthop has invalid gateway.",
    ]);
    expect(run("A", "ip route")).toEqual(table);
  });

  test.each([
    ["ip route add 192.168.200.0/24 via 192.168.100.1", "RTNETLINK answers: File exists"],
    ["ip route del 10.0.0.0/8", "RTNETLINK answers: No such process"],
    ["ip route add 10.0.0.0/8 via 192.168.100.1 dev eth7", 'Cannot find device "eth7"'],
    [
      "ip route add 10.0.0.0/33 via 192.168.100.1",
      'Error: any valid prefix is expected rather than "10.0.0.0/33".',
    ],
    ["ip route add 10.0.0.0/8 via x", 'Error: inet address is expected rather than "x".'],
    ["ip route frob", 'Command "frob" is unknown, try "ip route help".'],
    ["ip link", 'Object "link" is unknown, try "ip help".'],
    ["ls", "bash: ls: command not found"],
  ])("%s: %s", (command, error) => {
    expect(session()("A", command)).toEqual([error]);
  });

  test("del and add change what packets do", () => {
    const run = session();
    expect(run("A", "ip route del default")).toEqual([]);
    expect(run("A", "ping -c 1 192.168.150.10")).toEqual(["ping: connect: Network is unreachable"]);
    expect(run("A", "ip route get 192.168.150.10")).toEqual(["RTNETLINK answers: Network is unreachable"]);
    expect(run("A", "ip route add default via 192.168.100.1")).toEqual([]);
    expect(run("A", "ip route")).toEqual(table);
    expect(run("A", "ping -c 1 192.168.150.10").join("\n")).toContain("1 received");
  });
});

test("route -n shows the same table with masks and flags", () => {
  expect(session()("A", "route -n")).toEqual([
    "Kernel IP routing table",
    "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface",
    "0.0.0.0         192.168.100.1   0.0.0.0         UG    0      0        0 eth0",
    "192.168.100.0   0.0.0.0         255.255.255.0   U     0      0        0 eth0",
    "192.168.200.0   192.168.100.2   255.255.255.0   UG    0      0        0 eth0",
  ]);
});

test("the neighbour cache fills with a ping, and says who does not answer", () => {
  const run = session();
  expect(run("A", "arp -a")).toEqual([]);
  run("A", "ping -c 1 192.168.150.10");
  expect(run("A", "arp -a")).toEqual(["? (192.168.100.1) at 02:00:00:00:00:02 [ether] on eth0"]);
  expect(run("A", "ip neigh").join("\n")).toMatch(
    /^192\.168\.100\.1 dev eth0 lladdr 02:00:00:00:00:02 (REACHABLE|STALE|DELAY)$/,
  );
  const lost = run("A", "ping -c 1 192.168.100.77").join("\n");
  expect(lost).toContain("From 192.168.100.10 icmp_seq=1 Destination Host Unreachable");
  expect(lost).toContain("1 packets transmitted, 0 received, +1 errors, 100% packet loss");
});

describe("ip neigh flush", () => {
  const known = (run: ReturnType<typeof session>): number => {
    run("R1", "ping -c 1 192.168.100.10");
    run("R1", "ping -c 1 192.168.50.2");
    return run("R1", "ip neigh").length;
  };
  test.each([
    ["all", []],
    ["dev if1", ["192.168.50.2"]],
    ["to 192.168.100.0/24", ["192.168.50.2"]],
    ["192.168.50.2", ["192.168.100.10"]],
    ["192.168.50.0/24 dev if1", ["192.168.100.10", "192.168.50.2"]],
    ["dev lo", ["192.168.100.10", "192.168.50.2"]],
  ])("%s leaves the rest, and says nothing", (words, left) => {
    const run = session();
    expect(known(run)).toBe(2);
    expect(run("R1", `ip neigh flush ${words}`)).toEqual([]);
    expect(run("R1", "ip neigh").map((line) => line.split(" ")[0])).toEqual(left);
  });

  test("the neighbour that was forgotten is asked for again, with the next ping", () => {
    const run = session();
    known(run);
    run("R1", "ip neigh flush all");
    expect(run("R1", "ping -c 1 192.168.50.2").join("\n")).toContain("1 received");
    // With a filter on the interface, iproute2 leaves its name out.
    expect(run("R1", "ip neigh show dev if2").join("\n")).toMatch(/^192\.168\.50\.2 lladdr \S+ REACHABLE$/);
  });

  // Typed on iproute2 6.1.0.
  test.each([
    ["ip neigh flush", "Flush requires arguments."],
    ["ip neigh flush foo", 'Error: any valid prefix is expected rather than "foo".'],
    ["ip neigh flush to 1.2.3.300", 'Error: any valid prefix is expected rather than "1.2.3.300".'],
    ["ip neigh flush dev", 'Command line is not complete. Try option "help"'],
    ["ip neigh flush to", 'Command line is not complete. Try option "help"'],
    ["ip neigh flush dev nope", 'Cannot find device "nope"'],
    ["ip neigh show dev nope", 'Cannot find device "nope"'],
    ["ip neigh foo", 'Command "foo" is unknown, try "ip neigh help".'],
  ])("%s is refused in the words of the tool", (line, words) => {
    expect(session()("A", line)).toEqual([words]);
  });
});

describe("ip addr", () => {
  test("shows an interface as iproute2 does", () => {
    expect(session()("A", "ip addr show eth0")).toEqual([
      "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000",
      "    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff",
      "    inet 192.168.100.10/24 brd 192.168.100.255 scope global eth0",
      "       valid_lft forever preferred_lft forever",
    ]);
  });

  test("add and del change the address, and routes go with the network they lean on", () => {
    const run = session();
    expect(run("A", "ip addr add 192.168.100.10/24 dev eth0")).toEqual([
      "Error: ipv4: Address already assigned.",
    ]);
    expect(run("A", "ip addr del 192.168.100.10/24 dev eth0")).toEqual([]);
    expect(run("A", "ip route")).toEqual([]);
    expect(run("A", "ip addr add 192.168.100.11/24 dev eth0")).toEqual([]);
    expect(run("A", "ip route add default via 192.168.100.1")).toEqual([]);
    expect(run("A", "ping -c 1 192.168.150.10").join("\n")).toContain("1 received");
  });
});

test("the same commands give the same answers", () => {
  const play = () => {
    const open = openSession(courseFigure, { seed: 7 });
    return ["ping -c 2 192.168.150.10", "traceroute 198.51.100.80", "arp -a"].map((line) =>
      open.run("A", line),
    );
  };
  expect(play()).toEqual(play());
});
