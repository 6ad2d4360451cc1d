import { expect, test } from "vitest";
import { buildNetwork } from "#net/simulator/network.ts";
import type { StationDescription, Topology } from "#net/simulator/topology.ts";
import { cable, host, networkOf } from "./build.ts";

const sound: Topology = {
  nodes: [host("A", "10.0.0.1/24", "10.0.0.254"), host("B", "10.0.0.2/24")],
  links: [cable("A.eth0-B.eth0")],
};
const faultsOf = (topology: Topology) => {
  const built = buildNetwork(topology);
  return built.ok ? [] : built.faults.map(({ code, path }) => `${code} ${path}`);
};
const withA = (change: Partial<StationDescription>): Topology => ({
  ...sound,
  nodes: [{ kind: "host", name: "A", interfaces: [], ...change }, ...sound.nodes.slice(1)],
});
const eth0 = { name: "eth0", addresses: ["10.0.0.1/24"] };

test("a sound topology has no faults; interfaces get MAC addresses in their order", () => {
  const { stations } = networkOf(sound);
  expect(stations.map(({ interfaces }) => interfaces.map(({ mac, mtu, up }) => [mac, mtu, up]))).toEqual([
    [[0x020000000001, 1500, true]],
    [[0x020000000002, 1500, true]],
  ]);
});

test("every fault is told with its place", () => {
  const link = cable("A.eth0-B.eth0");
  const cases: [Topology, string][] = [
    [{ ...sound, nodes: [...sound.nodes, host("A", "10.0.0.9/24")] }, "duplicate-name nodes[2].name"],
    [{ ...sound, links: [link, cable("A.eth0-B.eth0")] }, "duplicate-name links[1].name"],
    [{ ...sound, links: [cable("A.eth0-C.eth0")] }, "unknown-node links[0].ends[1].node"],
    [{ ...sound, links: [cable("A.eth0-B.eth9")] }, "unknown-interface links[0].ends[1].interface"],
    [{ ...sound, links: [link, { ...link, name: "again" }] }, "interface-taken links[1].ends[0].interface"],
    [{ ...sound, links: [{ ...link, delay: -1 }] }, "delay links[0].delay"],
    [{ ...sound, links: [{ ...link, loss: 1.5 }] }, "loss links[0].loss"],
    [{ ...sound, links: [{ ...link, mtu: 67 }] }, "mtu links[0].mtu"],
    [
      withA({ interfaces: [{ ...eth0, addresses: ["10.0.0.300/24"] }] }),
      "address nodes[0].interfaces[0].addresses[0]",
    ],
    [withA({ interfaces: [{ ...eth0, mac: "ff:ff:ff:ff:ff:ff" }] }), "mac nodes[0].interfaces[0].mac"],
    [
      withA({ interfaces: [{ ...eth0, mac: "02:00:00:00:00:01" }] }),
      "duplicate-mac nodes[1].interfaces[0].mac",
    ],
    [withA({ interfaces: [{ ...eth0, mtu: 70_000 }] }), "mtu nodes[0].interfaces[0].mtu"],
    [
      withA({
        interfaces: [eth0],
        routes: [{ destination: "10/8", gateway: "10.0.0.2", interface: "eth0" }],
      }),
      "prefix nodes[0].routes[0].destination",
    ],
    [
      withA({
        interfaces: [eth0],
        routes: [{ destination: "10.1.0.0/16", gateway: "x", interface: "eth0" }],
      }),
      "address nodes[0].routes[0].gateway",
    ],
    [
      withA({
        interfaces: [eth0],
        routes: [{ destination: "10.1.0.0/16", gateway: "10.9.0.1", interface: "eth0" }],
      }),
      "gateway nodes[0].routes[0].gateway",
    ],
    [
      withA({
        interfaces: [eth0],
        routes: [{ destination: "10.1.0.0/16", gateway: null, interface: "ppp0" }],
      }),
      "unknown-interface nodes[0].routes[0].interface",
    ],
    [
      withA({
        interfaces: [eth0],
        neighbours: [{ interface: "eth0", address: "10.0.0.2", mac: "02" }],
      }),
      "mac nodes[0].neighbours[0].mac",
    ],
    [
      withA({ interfaces: [eth0], filters: [{ protocol: "udp", port: 70_000, action: "drop" }] }),
      "port nodes[0].filters[0].port",
    ],
    [
      {
        nodes: [...sound.nodes, { kind: "switch", name: "SW", ports: ["p1"] }],
        links: [cable("A.eth0-SW.p1", { pointToPoint: true })],
      },
      "point-to-point links[0]",
    ],
  ];
  for (const [topology, expected] of cases) expect(faultsOf(topology), expected).toContain(expected);
});
