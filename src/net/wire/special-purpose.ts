import { containsAddress, parsePrefix, type IpAddress, type Prefix } from "./prefix.ts";

/** A row of IANA's special-purpose address registries (RFC 6890). Multicast is not in them. */
export type SpecialPurpose = {
  readonly block: Prefix;
  readonly name: string;
  readonly rfc: number;
  /** Whether routers of other networks forward to it; null where the registry gives no answer. */
  readonly globallyReachable: boolean | null;
};

const row = (block: string, name: string, rfc: number, globallyReachable: boolean | null): SpecialPurpose => {
  const prefix = parsePrefix(block);
  if (prefix === null) throw new Error(`not a prefix: ${block}`);
  return { block: prefix, name, rfc, globallyReachable };
};

/** iana-ipv4-special-registry and iana-ipv6-special-registry, state of 2025-04. */
export const specialPurposeRegistry: readonly SpecialPurpose[] = [
  row("0.0.0.0/8", "This network", 791, false),
  row("0.0.0.0/32", "This host on this network", 1122, false),
  row("10.0.0.0/8", "Private-Use", 1918, false),
  row("100.64.0.0/10", "Shared Address Space", 6598, false),
  row("127.0.0.0/8", "Loopback", 1122, false),
  row("169.254.0.0/16", "Link Local", 3927, false),
  row("172.16.0.0/12", "Private-Use", 1918, false),
  row("192.0.0.0/24", "IETF Protocol Assignments", 6890, false),
  row("192.0.0.0/29", "IPv4 Service Continuity Prefix", 7335, false),
  row("192.0.0.8/32", "IPv4 dummy address", 7600, false),
  row("192.0.0.9/32", "Port Control Protocol Anycast", 7723, true),
  row("192.0.0.10/32", "Traversal Using Relays around NAT Anycast", 8155, true),
  row("192.0.0.170/32", "NAT64/DNS64 Discovery", 8880, false),
  row("192.0.0.171/32", "NAT64/DNS64 Discovery", 8880, false),
  row("192.0.2.0/24", "Documentation (TEST-NET-1)", 5737, false),
  row("192.31.196.0/24", "AS112-v4", 7535, true),
  row("192.52.193.0/24", "AMT", 7450, true),
  row("192.88.99.0/24", "Deprecated (6to4 Relay Anycast)", 7526, null),
  row("192.88.99.2/32", "6a44-relay anycast address", 6751, false),
  row("192.168.0.0/16", "Private-Use", 1918, false),
  row("192.175.48.0/24", "Direct Delegation AS112 Service", 7534, true),
  row("198.18.0.0/15", "Benchmarking", 2544, false),
  row("198.51.100.0/24", "Documentation (TEST-NET-2)", 5737, false),
  row("203.0.113.0/24", "Documentation (TEST-NET-3)", 5737, false),
  row("240.0.0.0/4", "Reserved", 1112, false),
  row("255.255.255.255/32", "Limited Broadcast", 919, false),
  row("::1/128", "Loopback Address", 4291, false),
  row("::/128", "Unspecified Address", 4291, false),
  row("::ffff:0:0/96", "IPv4-mapped Address", 4291, false),
  row("64:ff9b::/96", "IPv4-IPv6 Translat.", 6052, true),
  row("64:ff9b:1::/48", "IPv4-IPv6 Translat.", 8215, false),
  row("100::/64", "Discard-Only Address Block", 6666, false),
  row("100:0:0:1::/64", "Dummy IPv6 Prefix", 9780, false),
  row("2001::/23", "IETF Protocol Assignments", 2928, false),
  row("2001::/32", "TEREDO", 4380, null),
  row("2001:1::1/128", "Port Control Protocol Anycast", 7723, true),
  row("2001:1::2/128", "Traversal Using Relays around NAT Anycast", 8155, true),
  row("2001:1::3/128", "DNS-SD Service Registration Protocol Anycast", 9665, true),
  row("2001:2::/48", "Benchmarking", 5180, false),
  row("2001:3::/32", "AMT", 7450, true),
  row("2001:4:112::/48", "AS112-v6", 7535, true),
  row("2001:10::/28", "Deprecated (previously ORCHID)", 4843, null),
  row("2001:20::/28", "ORCHIDv2", 7343, true),
  row("2001:30::/28", "Drone Remote ID Protocol Entity Tags (DETs) Prefix", 9374, true),
  row("2001:db8::/32", "Documentation", 3849, false),
  row("2002::/16", "6to4", 3056, null),
  row("2620:4f:8000::/48", "Direct Delegation AS112 Service", 7534, true),
  row("3fff::/20", "Documentation", 9637, false),
  row("5f00::/16", "Segment Routing (SRv6) SIDs", 9602, false),
  row("fc00::/7", "Unique-Local", 4193, false),
  row("fe80::/10", "Link-Local Unicast", 4291, false),
];

/** The most specific row that holds the address, or null: then it is ordinary (or multicast). */
export function specialPurpose(address: IpAddress): SpecialPurpose | null {
  let best: SpecialPurpose | null = null;
  for (const candidate of specialPurposeRegistry) {
    if (
      containsAddress(candidate.block, address) &&
      (best === null || candidate.block.length > best.block.length)
    ) {
      best = candidate;
    }
  }
  return best;
}
