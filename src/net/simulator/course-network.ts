import type { Topology } from "./topology.ts";

/**
 * The network of chapters 8 and 9, rebuilt from what the course says of it: A's LAN with the routers R1 and R3, a
 * link from R1 to R2, B behind R2, C behind R3, and a provider (FAI) with one server on the Internet behind R2.
 *
 *        192.168.100.0/24              192.168.50.0/24              192.168.150.0/24
 *   A(.10) ---- SW ---- if1(.1) R1 if2(.1) ---- if1(.2) R2 if2(.1) ---- B(.10)
 *               |                                      if3(203.0.113.2/30) ---- FAI ---- S(198.51.100.10)
 *               +---- if1(.2) R3 if2(.1) ---- C(192.168.200.10)
 */
export const courseNetwork: Topology = {
  nodes: [
    {
      kind: "host",
      name: "A",
      interfaces: [{ name: "eth0", addresses: ["192.168.100.10/24"] }],
      routes: [
        { destination: "192.168.200.0/24", gateway: "192.168.100.2", interface: "eth0" },
        { destination: "0.0.0.0/0", gateway: "192.168.100.1", interface: "eth0" },
      ],
    },
    { kind: "switch", name: "SW", ports: ["p1", "p2", "p3"] },
    {
      kind: "router",
      name: "R1",
      interfaces: [
        { name: "if1", addresses: ["192.168.100.1/24"] },
        { name: "if2", addresses: ["192.168.50.1/24"] },
      ],
      routes: [
        { destination: "192.168.200.0/24", gateway: "192.168.100.2", interface: "if1" },
        { destination: "0.0.0.0/0", gateway: "192.168.50.2", interface: "if2" },
      ],
    },
    {
      kind: "router",
      name: "R2",
      interfaces: [
        { name: "if1", addresses: ["192.168.50.2/24"] },
        { name: "if2", addresses: ["192.168.150.1/24"] },
        { name: "if3", addresses: ["203.0.113.2/30"] },
      ],
      routes: [
        { destination: "192.168.100.0/24", gateway: "192.168.50.1", interface: "if1" },
        { destination: "192.168.200.0/24", gateway: "192.168.50.1", interface: "if1" },
        { destination: "0.0.0.0/0", gateway: "203.0.113.1", interface: "if3" },
      ],
    },
    {
      kind: "router",
      name: "R3",
      interfaces: [
        { name: "if1", addresses: ["192.168.100.2/24"] },
        { name: "if2", addresses: ["192.168.200.1/24"] },
      ],
      routes: [{ destination: "0.0.0.0/0", gateway: "192.168.100.1", interface: "if1" }],
    },
    {
      kind: "host",
      name: "B",
      interfaces: [{ name: "eth0", addresses: ["192.168.150.10/24"] }],
      routes: [{ destination: "0.0.0.0/0", gateway: "192.168.150.1", interface: "eth0" }],
    },
    {
      kind: "host",
      name: "C",
      interfaces: [{ name: "eth0", addresses: ["192.168.200.10/24"] }],
      routes: [{ destination: "0.0.0.0/0", gateway: "192.168.200.1", interface: "eth0" }],
    },
    {
      kind: "router",
      name: "FAI",
      interfaces: [
        { name: "if1", addresses: ["203.0.113.1/30"] },
        { name: "if2", addresses: ["198.51.100.1/24"] },
      ],
      // A real provider would not know private addresses: R2 would translate them (chapter 12).
      routes: [{ destination: "192.168.0.0/16", gateway: "203.0.113.2", interface: "if1" }],
    },
    {
      kind: "host",
      name: "S",
      interfaces: [{ name: "eth0", addresses: ["198.51.100.10/24"] }],
      routes: [{ destination: "0.0.0.0/0", gateway: "198.51.100.1", interface: "eth0" }],
    },
  ],
  links: [
    {
      name: "A-SW",
      ends: [
        { node: "A", interface: "eth0" },
        { node: "SW", interface: "p1" },
      ],
    },
    {
      name: "SW-R1",
      ends: [
        { node: "SW", interface: "p2" },
        { node: "R1", interface: "if1" },
      ],
    },
    {
      name: "SW-R3",
      ends: [
        { node: "SW", interface: "p3" },
        { node: "R3", interface: "if1" },
      ],
    },
    {
      name: "R1-R2",
      delay: 5,
      ends: [
        { node: "R1", interface: "if2" },
        { node: "R2", interface: "if1" },
      ],
    },
    {
      name: "R2-B",
      ends: [
        { node: "R2", interface: "if2" },
        { node: "B", interface: "eth0" },
      ],
    },
    {
      name: "R3-C",
      ends: [
        { node: "R3", interface: "if2" },
        { node: "C", interface: "eth0" },
      ],
    },
    {
      name: "R2-FAI",
      delay: 10,
      ends: [
        { node: "R2", interface: "if3" },
        { node: "FAI", interface: "if1" },
      ],
    },
    {
      name: "FAI-S",
      ends: [
        { node: "FAI", interface: "if2" },
        { node: "S", interface: "eth0" },
      ],
    },
  ],
};
