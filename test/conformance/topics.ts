import { simulatedCaptures } from "./adapters/simulator.ts";

/** One line of the README's table. A vector file belongs to exactly one topic; `captures/` stands for all captures. */
export type Topic = {
  readonly title: string;
  readonly files: readonly string[];
  /** What the comparison leaves out, beyond what the oracle itself does not score. */
  readonly masked: readonly string[];
};

export const topics: readonly Topic[] = [
  {
    title: "Text of IPv4, IPv6 and prefixes (RFC 5952)",
    files: ["addr/ipv4-text.json", "addr/ipv6-text.json", "addr/cidr-text.json"],
    masked: ["the printed form where the oracles print it differently"],
  },
  {
    title: "Subnets: arithmetic, relations, split, aggregation, VLSM",
    files: [
      "addr/network-arithmetic.json",
      "addr/network-relations.json",
      "addr/subnet-split.json",
      "addr/aggregate-range.json",
      "addr/vlsm.json",
    ],
    masked: ["which of two subnets of one size comes first in a VLSM plan"],
  },
  {
    title: "Address classes, special-purpose registries, scopes",
    files: ["addr/classful.json", "addr/special-purpose.json"],
    masked: [],
  },
  {
    title: "EUI-64, solicited-node groups, multicast MAC",
    files: ["addr/eui64-solicited-node.json"],
    masked: [],
  },
  { title: "Internet checksum", files: ["ipv4/checksum.json"], masked: [] },
  {
    title: "IPv4 header and options",
    files: ["ipv4/header.json", "ipv4/header-encode.json", "ipv4/options.json"],
    masked: [],
  },
  {
    title: "IPv6 header and extension chains",
    files: ["ipv6/extension-chains.json", "ipv6/header-encode.json"],
    masked: [],
  },
  { title: "Ethernet, FCS, VLAN", files: ["l2/ethernet.json"], masked: [] },
  { title: "ARP", files: ["l2/arp.json"], masked: [] },
  { title: "ICMPv4", files: ["icmp/icmpv4.json"], masked: [] },
  { title: "ICMPv6, Neighbor Discovery", files: ["icmp/icmpv6-ndp.json"], masked: [] },
  {
    title: "UDP, TCP",
    files: ["transport/udp.json", "transport/tcp.json", "transport/encode.json"],
    masked: ["the checksum of a datagram whose Length points beyond its packet"],
  },
  {
    title: "TCP state machine (RFC 9293, RFC 5961)",
    files: ["net/tcp-state-machine.json"],
    masked: [
      "PSH",
      "in SYN-SENT the SYN that Linux repeats at once, which RFC 9293 leaves to the timer",
      "the RST with which Linux goes back from SYN-RECEIVED to LISTEN, where RFC 9293 sends nothing",
      "what the program sees in SYN-RECEIVED after a passive open: none had accepted the connection",
    ],
  },
  {
    title: "Retransmission time-out (RFC 6298)",
    files: ["transport/rto.json"],
    masked: ["digits behind the ninth decimal"],
  },
  {
    title: "DNS messages",
    files: ["dns/messages.json", "dns/names.json", "dns/malformed.json"],
    masked: [
      "which names are compressed when written",
      "all but termination where the two oracles differ on a damaged message",
    ],
  },
  {
    title: "DNS cache (RFC 1035, RFC 2308)",
    files: ["dns/cache-timeline.json"],
    masked: ["TTLs within a second, and a question asked again in the last second of an entry"],
  },
  {
    title: "VXLAN",
    files: ["overlay/vxlan.json"],
    masked: ["reserved bits when a packet is written again: they are sent as zero"],
  },
  { title: "Longest-prefix match", files: ["net/lpm.json"], masked: [] },
  {
    title: "Router: forwarding and ICMP errors",
    files: ["net/forwarding.json"],
    masked: [
      "of echo replies the identification, with it the header checksum, and the flow label",
      "the time in a Timestamp option, which is taken from the kernel's frame",
    ],
  },
  {
    title: "Fragmentation",
    files: ["net/fragmentation.json"],
    masked: ["identification", "in later fragments the options without the copied flag"],
  },
  { title: "Reassembly", files: ["net/reassembly.json"], masked: ["times, in steps of one a packet"] },
  {
    title: "Neighbour cache (ARP, NDP)",
    files: ["net/neighbour-cache.json"],
    masked: ["entries without a MAC address"],
  },
  {
    title: "NAT mappings",
    files: ["net/nat-mappings.json"],
    masked: ["the port that is drawn when a flow cannot keep its own: its class or range is compared"],
  },
  {
    title: "NAT of whole packets: PAT, DNAT, hairpin, ICMP errors",
    files: ["captures/nat-rules.txt"],
    masked: ["MAC addresses", "the ports that the kernel drew, which are taken from its frames"],
  },
  { title: "IPVS: rr, wrr, lc, wlc, sed, nq, sh, mh", files: ["k8s/ipvs-schedulers.json"], masked: [] },
  {
    title: "kube-proxy: chain of probabilities",
    files: ["k8s/kubeproxy-iptables.json"],
    masked: ["the kernel's draws: its counts and ours lie within five standard deviations"],
  },
  {
    title: "Capture files (pcap, pcapng)",
    files: ["pcapfile/expected.json"],
    masked: ["where damage begins: that there is some, and the whole frames before it, are compared"],
  },
  {
    title: "Simulator: the kernel's frames, in the kernel's order, on every link captured",
    files: simulatedCaptures,
    masked: [
      "times, and what comes after the capture ends",
      "IPv4 identification and header checksum, IPv6 flow label and fragment identification",
      "ICMP and UDP checksums; ours are verified apart",
      "identifiers of echo requests, source ports of UDP, the time in the data of ping and tracepath and in the Timestamp option",
      "ARP and NDP in all but two captures, whose neighbours were known",
      "of unreachables, traceroute4-tcp, the hops, the fragments in a router and the options, the packets of the hosts are those of the capture",
    ],
  },
  {
    title: "Simulator: NAT, the kernel's frames on both sides of the box, in its order",
    files: ["captures/nat-inside.pcap", "captures/nat-outside.pcap"],
    masked: [
      "times",
      "ports that the kernel drew, for which ours are exchanged",
      "in ICMP errors what the row above masks",
      "what the hosts and the server send is that of the capture",
    ],
  },
  {
    title: "Real captures: every frame parsed, written again byte for byte, checksums verified",
    files: ["captures/"],
    masked: [
      "`ip.dst` and checksums over a pseudo-header of source-routed datagrams",
      "payloads of fragments and of frames that the capture cut",
      "tshark's fields of headers inside ICMP errors and tunnels",
    ],
  },
];
