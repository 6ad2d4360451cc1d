/**
 * A network as data, the way it is drawn: nodes, and links between their interfaces. Addresses are text, so that a
 * topology can stand in a file; `buildNetwork` (network.ts) reads it and says what is wrong with it.
 */
export type Topology = {
  readonly nodes: readonly NodeDescription[];
  readonly links: readonly LinkDescription[];
};

export type NodeDescription = StationDescription | BridgeDescription;

/** A node with addresses: a host, or a router, which forwards for others (RFC 1122 §3.3.1.1). */
export type StationDescription = {
  readonly kind: "host" | "router";
  /** One name a node: `A`, `R1`. */
  readonly name: string;
  readonly interfaces: readonly InterfaceDescription[];
  /** Without the connected ones, which follow from the interfaces. */
  readonly routes?: readonly RouteDescription[];
  /** Entries of the neighbour cache made by hand, which nothing changes: `arp -s`. */
  readonly neighbours?: readonly NeighbourDescription[];
  /** What its packet filter refuses among the packets for itself. */
  readonly filters?: readonly FilterDescription[];
  /** Of a router that shares its address on one interface (RFC 3022). */
  readonly nat?: NatDescription;
};

/** A node of the link layer: a switch learns who is behind which port, a hub repeats everything. */
export type BridgeDescription = {
  readonly kind: "switch" | "hub";
  readonly name: string;
  /** Names of the ports. */
  readonly ports: readonly string[];
};

export type InterfaceDescription = {
  /** `eth0`, `if1`. */
  readonly name: string;
  /** `02:00:00:00:00:01`; without it the interface gets the next one of that kind. */
  readonly mac?: string;
  /** Each with its length: `192.168.100.10/24`, `2001:db8:1:a::1/64`. A link-local address is added to IPv6 ones. */
  readonly addresses: readonly string[];
  /** In bytes, of a packet; without it, that of the link. */
  readonly mtu?: number;
};

export type RouteDescription = {
  /** `192.168.200.0/24`, `0.0.0.0/0`, `::/0`. */
  readonly destination: string;
  /** Lowest wins among equal prefixes; 0 without it. */
  readonly metric?: number;
} & (
  | {
      /** The next router; null when the destination is on the link. */
      readonly gateway: string | null;
      readonly interface: string;
    }
  /** A row that forwards nothing, see `RefusingKind` (stack/routing-table.ts). */
  | { readonly refuse: "blackhole" | "unreachable" | "prohibit" }
);

export type NeighbourDescription = {
  readonly interface: string;
  readonly address: string;
  readonly mac: string;
};

/** `drop` says nothing; `reject` answers ICMP "communication administratively prohibited". */
export type FilterDescription = {
  readonly protocol: "icmp" | "udp" | "tcp";
  /** Destination port; every one without it. */
  readonly port?: number;
  readonly action: "drop" | "reject";
};

export type NatDescription = {
  /** Name of the interface whose first IPv4 address stands for all inside. */
  readonly outside: string;
  /** Whose packets are translated: `192.168.1.0/24`. */
  readonly inside: string;
  /** Lowest and highest outside port; without it a flow keeps its own where that is free. */
  readonly ports?: readonly [number, number];
  /** Services inside that answer on a port outside. */
  readonly forwards?: readonly {
    readonly protocol: "udp" | "tcp";
    readonly port: number;
    readonly to: string;
    readonly toPort: number;
  }[];
  /** What stands for an inside host that speaks to the outside address; the outside address itself without it. */
  readonly hairpin?: string;
};

export type LinkDescription = {
  /** One name a link. */
  readonly name: string;
  readonly ends: readonly [LinkEnd, LinkEnd];
  /** From one end to the other, in ms; 1 without it. */
  readonly delay?: number;
  /** The longest packet that it carries, in bytes; 1500 without it. */
  readonly mtu?: number;
  /** How many frames it loses, of 1; none without it. */
  readonly loss?: number;
  /** Two ends and no MAC addresses, as PPP has: a frame on it is the bare IP packet. */
  readonly pointToPoint?: boolean;
};

/** Interface of a host or router, or port of a switch or hub. */
export type LinkEnd = { readonly node: string; readonly interface: string };

export const linkDefaults = { delay: 1, mtu: 1500, loss: 0 } as const;
