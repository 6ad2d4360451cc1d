import type { StationDescription, Topology } from "#net/simulator/topology.ts";

/**
 * The network in which the captures were made: A - R1 - R2 - R3 - B, links 10.1.10/24 to 10.1.13/24 and
 * 2001:db8:1:a::/64 to d::/64, `.1` and `::1` on the side of A. The MAC addresses are those of the captures.
 */
export type LabOptions = {
  /** Of the link R2-R3; 1500 without it. */
  readonly mtu?: number;
  /** The neighbours have spoken before: all captures but the two with cold caches show neither ARP nor NDP. */
  readonly warm: boolean;
  /** B answers no echo request: its answers are those of a capture. */
  readonly silentB?: boolean;
};

const delay = 0.001;
const names = ["A", "R1", "R2", "R3", "B"] as const;
/** The third number of 10.1.x/24, and the group of the IPv6 prefix, of each link. */
const links = [
  { v4: 10, v6: "a" },
  { v4: 11, v6: "b" },
  { v4: 12, v6: "c" },
  { v4: 13, v6: "d" },
] as const;

const macOf = (link: number, side: 1 | 2): string => `02:00:00:00:0${link}:0${side}`;
const four = (link: number, side: 1 | 2): string => `10.1.${links[link]?.v4}.${side}`;
const six = (link: number, side: 1 | 2): string => `2001:db8:1:${links[link]?.v6}::${side}`;

export function lab({ mtu = 1500, warm, silentB = false }: LabOptions): Topology {
  return {
    nodes: names.map((name, i) => station(name, i, warm, silentB)),
    links: links.map((_, i) => ({
      name: `${names[i]}-${names[i + 1]}`,
      delay,
      mtu: i === 2 ? mtu : 1500,
      ends: [
        { node: names[i] ?? "", interface: "right" },
        { node: names[i + 1] ?? "", interface: "left" },
      ],
    })),
  };
}

/** `left` is the side of A. Node i stands between the links i - 1 and i. */
function station(name: string, i: number, warm: boolean, silentB: boolean): StationDescription {
  const sides = [
    ...(i > 0 ? [{ name: "left", link: i - 1, own: 2 as const, other: 1 as const }] : []),
    ...(i < links.length ? [{ name: "right", link: i, own: 1 as const, other: 2 as const }] : []),
  ];
  return {
    kind: i === 0 || i === links.length ? "host" : "router",
    name,
    interfaces: sides.map(({ name: at, link, own }) => ({
      name: at,
      mac: macOf(link, own),
      addresses: [`${four(link, own)}/24`, `${six(link, own)}/64`],
    })),
    routes: [...routesOf(i), ...(name === "R2" ? refusals : [])],
    neighbours: warm
      ? sides.flatMap(({ name: at, link, other }) =>
          [four(link, other), six(link, other)].map((address) => ({
            interface: at,
            address,
            mac: macOf(link, other),
          })),
        )
      : [],
    filters: name === "B" ? [...rejecting, ...(silentB ? silent : [])] : [],
  };
}

/** To the networks of the lab by the shortest way; R1 sends all else to R2, which knows no more. */
function routesOf(i: number): NonNullable<StationDescription["routes"]>[number][] {
  const onward = { interface: "right", four: four(i, 2), six: six(i, 2) };
  const back = { interface: "left", four: four(i - 1, 1), six: six(i - 1, 1) };
  const known = links.flatMap(({ v4, v6 }, link) => {
    if (link === i || link === i - 1) return [];
    const way = link > i ? onward : back;
    return [
      { destination: `10.1.${v4}.0/24`, gateway: way.four, interface: way.interface },
      { destination: `2001:db8:1:${v6}::/64`, gateway: way.six, interface: way.interface },
    ];
  });
  const end = i === 0 || i === 1 ? onward : i === links.length ? back : null;
  return end === null
    ? known
    : [
        ...known,
        { destination: "0.0.0.0/0", gateway: end.four, interface: end.interface },
        { destination: "::/0", gateway: end.six, interface: end.interface },
      ];
}

const rejecting = [{ protocol: "udp", port: 7777, action: "reject" }] as const;
const silent = [{ protocol: "icmp", action: "drop" }] as const;

const refusals: NonNullable<StationDescription["routes"]> = [
  { destination: "203.0.113.0/25", refuse: "prohibit" },
  { destination: "203.0.113.128/25", refuse: "unreachable" },
  { destination: "198.51.100.0/25", refuse: "blackhole" },
  { destination: "2001:db8:dead:1::/64", refuse: "prohibit" },
  { destination: "2001:db8:dead:2::/64", refuse: "unreachable" },
];
