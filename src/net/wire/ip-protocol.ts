/** IP protocol numbers that this course meets: the IPv4 Protocol and the IPv6 Next Header field (IANA). */
export const ipProtocol = {
  hopByHop: 0,
  icmp: 1,
  igmp: 2,
  ipInIp: 4,
  tcp: 6,
  udp: 17,
  ipv6: 41,
  routing: 43,
  fragment: 44,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  noNextHeader: 59,
  destinationOptions: 60,
  ospf: 89,
} as const;

const names = new Map<number, string>([
  [ipProtocol.hopByHop, "Hop-by-Hop Options"],
  [ipProtocol.icmp, "ICMP"],
  [ipProtocol.igmp, "IGMP"],
  [ipProtocol.ipInIp, "IPv4"],
  [ipProtocol.tcp, "TCP"],
  [ipProtocol.udp, "UDP"],
  [ipProtocol.ipv6, "IPv6"],
  [ipProtocol.routing, "Routing"],
  [ipProtocol.fragment, "Fragment"],
  [ipProtocol.gre, "GRE"],
  [ipProtocol.esp, "ESP"],
  [ipProtocol.ah, "AH"],
  [ipProtocol.icmpv6, "ICMPv6"],
  [ipProtocol.noNextHeader, "No Next Header"],
  [ipProtocol.destinationOptions, "Destination Options"],
  [ipProtocol.ospf, "OSPF"],
]);

/** `17 (UDP)`, or the bare number. */
export function formatIpProtocol(protocol: number): string {
  const name = names.get(protocol);
  return name === undefined ? String(protocol) : `${protocol} (${name})`;
}
