/**
 * The network of the course's chapter on routing, with right tables. The document's drawing is lost: the addresses and
 * tables of A and R1 are the document's; R3, the network of B and what lies behind R2 are our reconstruction, and pages
 * say so. `FAI` (the provider) and `S` stand for the Internet; no address is translated on the way there.
 */
export const courseNetwork = {
  A: {
    ifaces: [{ name: "eth0", ip: "192.168.100.10", prefix: 24, up: true }],
    routes: [
      row("192.168.100.0/24", null, "eth0"),
      row("192.168.200.0/24", "192.168.100.2", "eth0"),
      row("0.0.0.0/0", "192.168.100.1", "eth0"),
    ],
    forwarding: false,
  },
  R1: {
    ifaces: [
      { name: "if1", ip: "192.168.100.1", prefix: 24, up: true },
      { name: "if2", ip: "192.168.50.1", prefix: 24, up: true, pointToPoint: true },
    ],
    routes: [
      row("192.168.50.0/24", null, "if2"),
      row("192.168.100.0/24", null, "if1"),
      row("192.168.200.0/24", "192.168.100.2", "if1"),
      row("0.0.0.0/0", "192.168.50.2", "if2"),
    ],
    forwarding: true,
  },
  R2: {
    ifaces: [
      { name: "if1", ip: "192.168.50.2", prefix: 24, up: true, pointToPoint: true },
      { name: "if2", ip: "192.168.150.1", prefix: 24, up: true },
      { name: "if3", ip: "203.0.113.2", prefix: 30, up: true },
    ],
    routes: [
      row("192.168.50.0/24", null, "if1"),
      row("192.168.150.0/24", null, "if2"),
      row("203.0.113.0/30", null, "if3"),
      row("192.168.100.0/24", "192.168.50.1", "if1"),
      row("192.168.200.0/24", "192.168.50.1", "if1"),
      row("0.0.0.0/0", "203.0.113.1", "if3"),
    ],
    forwarding: true,
  },
  R3: {
    ifaces: [
      { name: "if1", ip: "192.168.100.2", prefix: 24, up: true },
      { name: "if2", ip: "192.168.200.1", prefix: 24, up: true },
    ],
    routes: [
      row("192.168.100.0/24", null, "if1"),
      row("192.168.200.0/24", null, "if2"),
      row("0.0.0.0/0", "192.168.100.1", "if1"),
    ],
    forwarding: true,
  },
  B: {
    ifaces: [{ name: "eth0", ip: "192.168.150.10", prefix: 24, up: true }],
    routes: [row("192.168.150.0/24", null, "eth0"), row("0.0.0.0/0", "192.168.150.1", "eth0")],
    forwarding: false,
  },
  C: {
    ifaces: [{ name: "eth0", ip: "192.168.200.10", prefix: 24, up: true }],
    routes: [row("192.168.200.0/24", null, "eth0"), row("0.0.0.0/0", "192.168.200.1", "eth0")],
    forwarding: false,
  },
  FAI: {
    ifaces: [
      { name: "if1", ip: "203.0.113.1", prefix: 30, up: true },
      { name: "if2", ip: "198.51.100.1", prefix: 24, up: true },
    ],
    routes: [
      row("203.0.113.0/30", null, "if1"),
      row("198.51.100.0/24", null, "if2"),
      row("192.168.0.0/16", "203.0.113.2", "if1"),
    ],
    forwarding: true,
  },
  S: {
    ifaces: [{ name: "eth0", ip: "198.51.100.80", prefix: 24, up: true }],
    routes: [row("198.51.100.0/24", null, "eth0"), row("0.0.0.0/0", "198.51.100.1", "eth0")],
    forwarding: false,
  },
} satisfies Network;

export type CourseNode = keyof typeof courseNetwork;

export type CourseLink = {
  /** `lan`: Ethernet, behind a switch where there are more than two; the other kind has two ends and no MAC. */
  readonly kind: "lan" | "point-to-point";
  readonly prefix: Cidr;
  readonly ends: readonly (readonly [node: string, iface: string])[];
};

/** What the interfaces plug into. */
export const courseLinks: readonly CourseLink[] = [
  {
    kind: "lan",
    prefix: "192.168.100.0/24",
    ends: [
      ["A", "eth0"],
      ["R1", "if1"],
      ["R3", "if1"],
    ],
  },
  {
    kind: "point-to-point",
    prefix: "192.168.50.0/24",
    ends: [
      ["R1", "if2"],
      ["R2", "if1"],
    ],
  },
  {
    kind: "lan",
    prefix: "192.168.150.0/24",
    ends: [
      ["R2", "if2"],
      ["B", "eth0"],
    ],
  },
  {
    kind: "lan",
    prefix: "192.168.200.0/24",
    ends: [
      ["R3", "if2"],
      ["C", "eth0"],
    ],
  },
  {
    kind: "lan",
    prefix: "203.0.113.0/30",
    ends: [
      ["R2", "if3"],
      ["FAI", "if1"],
    ],
  },
  {
    kind: "lan",
    prefix: "198.51.100.0/24",
    ends: [
      ["FAI", "if2"],
      ["S", "eth0"],
    ],
  },
];

/** The document gives no metrics: every row costs the same. */
function row(dest: Cidr, gateway: Ip | null, iface: string): Route {
  return { dest, gateway, iface, metric: 0 };
}
