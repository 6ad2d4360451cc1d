/**
 * The words of the course: the types that learners, model solutions and references share. Global on purpose: a
 * learner writes `IPv4Header` without an import, in the editor as in a file. Bytes are Uint8Array in network byte
 * order; addresses are text unless said otherwise; expected failures are values (`Fail`), never exceptions.
 */
type Ip = string; // "192.168.100.72" or, where stated, "2001:db8::1"
type Cidr = string; // "192.168.100.64/27"
type Mac = string; // "0a:22:33:44:55:66", lower case
type Bytes = Uint8Array;
type Fail<E extends string = string> = { error: E };
type Proto = "tcp" | "udp" | "icmp";

type IPv4Header = {
  version: 4;
  ihl: number;
  headerBytes: number;
  dscp: number;
  ecn: number;
  totalLength: number;
  identification: number;
  df: boolean;
  mf: boolean;
  fragmentOffset: number /* bytes */;
  ttl: number;
  protocol: number;
  checksum: number;
  src: Ip;
  dst: Ip;
  options: Bytes;
  payload: Bytes;
  kind: "whole" | "first" | "middle" | "last";
};
type IPv4Fields = {
  dscp?: number;
  ecn?: number;
  identification: number;
  df: boolean;
  mf: boolean;
  fragmentOffset: number /* bytes */;
  ttl: number;
  protocol: number;
  src: Ip;
  dst: Ip;
  options?: Bytes;
  payload: Bytes;
};
type IPv6Header = {
  trafficClass: number;
  flowLabel: number;
  payloadLength: number;
  nextHeader: number;
  hopLimit: number;
  src: Bytes;
  dst: Bytes;
};
type IpOption = {
  type: number;
  copied: boolean;
  optionClass: number;
  number: number;
  name: string;
  data: Bytes;
};
type SubnetInfo = { network: Ip; broadcast: Ip | null; first: Ip; last: Ip; usable: number };
type Category =
  | "this-network"
  | "private"
  | "shared"
  | "loopback"
  | "link-local"
  | "documentation"
  | "benchmarking"
  | "multicast"
  | "reserved"
  | "limited-broadcast"
  | "global";
type EthernetFrame = {
  dst: Mac;
  src: Mac;
  cast: "unicast" | "multicast" | "broadcast";
  srcValid: boolean;
  vlan: number | null;
  etherType: number | null /* null: 802.3 length */;
  payload: Bytes;
};
type ArpState = {
  me: { ip: Ip; mac: Mac };
  entries: Record<Ip, { mac: Mac; expires: number }>;
  pending: Record<Ip, { packet: string; retryAt: number; tries: number }>;
};
type ArpEvent =
  | { kind: "send"; ip: Ip; packet: string }
  | { kind: "tick" }
  | { kind: "arp"; op: 1 | 2; senderIp: Ip; senderMac: Mac; targetIp: Ip };
type ArpAction =
  | { kind: "request"; ip: Ip }
  | { kind: "reply"; to: Mac; ip: Ip }
  | { kind: "transmit"; packet: string; mac: Mac }
  | { kind: "drop"; packet: string };
type Iface = { name: string; ip: Ip | null; prefix: number; up: boolean; pointToPoint?: boolean };
type Route = { dest: Cidr; gateway: Ip | null; iface: string; metric: number };
type Host = { ifaces: Iface[]; routes: Route[]; forwarding: boolean };
type Network = Record<string, Host>;
type PathResult = {
  hops: string[];
  outcome: "delivered" | "loop" | "no-route" | "not-a-router" | "dead-gateway";
};
type RipRoute = { dest: Cidr; via: Ip | null; metric: number; updatedAt: number };
type IcmpCause =
  | { kind: "ttl-exceeded" }
  | { kind: "net-unreachable" }
  | { kind: "host-unreachable" }
  | { kind: "port-unreachable" }
  | { kind: "fragmentation-needed"; mtu: number };
type ProbeReply = { from: Ip; type: number; code: number; quotedDstPort: number; rttMs: number };
type Hop = { ttl: number; replies: ({ from: Ip; rttMs: number } | null)[] };
type Router = Host & { macs: Record<string, Mac>; neighbours: Record<Ip, Mac>; mtu: Record<string, number> };
type RouterAction =
  | { kind: "transmit"; iface: string; dstMac: Mac; packet: Bytes }
  | { kind: "deliver"; packet: Bytes }
  | { kind: "resolve"; iface: string; ip: Ip }
  | { kind: "icmp"; iface: string; dstMac: Mac; packet: Bytes }
  | { kind: "drop"; reason: string };
type TcpHeader = {
  srcPort: number;
  dstPort: number;
  seq: number;
  ack: number;
  headerBytes: number;
  flags: string;
  window: number;
  checksum: number;
  urgent: number;
  mss?: number;
  wscale?: number;
  sackPermitted?: boolean;
  timestamps?: { val: number; ecr: number };
  payload: Bytes;
};
type Segment = { from: "C" | "S"; flags: string; len: number; seq?: number; ack?: number };
type TcpState =
  | "CLOSED"
  | "LISTEN"
  | "SYN-SENT"
  | "SYN-RECEIVED"
  | "ESTABLISHED"
  | "FIN-WAIT-1"
  | "FIN-WAIT-2"
  | "CLOSE-WAIT"
  | "CLOSING"
  | "LAST-ACK"
  | "TIME-WAIT";
type TcpEvent =
  | "active-open"
  | "passive-open"
  | "close"
  | "rcv-syn"
  | "rcv-syn-ack"
  | "rcv-ack"
  | "rcv-ack-of-fin"
  | "rcv-fin"
  | "rcv-fin-ack"
  | "rcv-rst"
  | "2msl";
type Flow = { proto: "tcp" | "udp"; src: Ip; sport: number; dst: Ip; dport: number };
type NatRule = { proto: "tcp" | "udp"; publicPort: number; to: Ip; toPort: number };
type NatEntry = Flow & { publicIp: Ip; publicPort: number; lastSeen: number };
type NatState = {
  publicIp: Ip;
  inside: Cidr;
  ports: [number, number];
  forwards: NatRule[];
  table: NatEntry[];
  udpTimeout: number;
  tcpTimeout: number;
};
type NatVerdict = { action: "transmit"; flow: Flow } | { action: "drop"; reason: string };
type ResourceRecord = { name: string; type: number; ttl: number; data: string };
type DnsServer = { zone: string; records: ResourceRecord[] };
type DnsAnswer = { rcode: "NOERROR" | "NXDOMAIN" | "SERVFAIL"; answers: ResourceRecord[]; asked: string[] };
type RtoState = { srtt: number | null; rttvar: number; rto: number };
type ClusterPlan = {
  pods: Cidr;
  services: Cidr;
  nodes: Cidr;
  dnsIp: Ip;
  nodeMask: number;
  maxNodes: number;
  serviceList: {
    name: string;
    clusterIP: "None" | "auto";
    type: "ClusterIP" | "NodePort" | "LoadBalancer" | "ExternalName";
  }[];
  aks: boolean;
};
type Labels = Record<string, string>;
type Selector = {
  matchLabels?: Labels;
  matchExpressions?: {
    key: string;
    operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
    values?: string[];
  }[];
};
type Pod = {
  name: string;
  ns: string;
  ip: Ip;
  labels: Labels;
  ready?: boolean;
  ports?: { name: string; port: number }[];
};
type Service = {
  name: string;
  ns: string;
  clusterIP: Ip | "None";
  port: number;
  targetPort: number | string;
  selector: Labels;
  affinitySeconds?: number;
};
type Endpoint = { ip: Ip; port: number };
type ProxyState = {
  services: { ip: Ip; port: number; proto: "tcp" | "udp"; endpoints: Endpoint[]; affinitySeconds?: number }[];
  conntrack: { orig: Flow; backend: Endpoint; lastSeen: number }[];
  sticky: Record<string, { ep: Endpoint; at: number }>;
};
type Peer = {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: Cidr; except?: Cidr[] };
};
type PolicyRule = {
  peers?: Peer[];
  ports?: { protocol: "TCP" | "UDP"; port?: number | string; endPort?: number }[];
};
type NetworkPolicy = {
  name: string;
  ns: string;
  podSelector: Selector;
  policyTypes?: ("Ingress" | "Egress")[];
  ingress?: PolicyRule[];
  egress?: PolicyRule[];
};
type Cluster = { pods: Pod[]; namespaces: Record<string, Labels> };
type Connection = { from: Ip; to: Ip; protocol: "TCP" | "UDP"; port: number };
type IngressRule = {
  host?: string;
  paths: { path: string; pathType: "Exact" | "Prefix"; backend: string }[];
};
type Layer = { name: string; start: number; end: number; fields: Record<string, string | number> };
type TraceSegment = {
  t: number;
  from: Ip;
  to: Ip;
  flags: string;
  seq: number;
  ack: number;
  len: number;
  icmp?: { type: number; code: number; mtu?: number };
};
type Journey = {
  url: string;
  client: { ip: Ip; mac: Mac; port: number; prefix: number; gateway: Ip };
  server: { ip: Ip; port: number };
  arp: Record<Ip, Mac>;
  seq: number;
  ack: number;
  window: number;
  ttl: number;
  identification: number;
  headers: [string, string][];
};
