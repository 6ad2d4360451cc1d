/** The functions of the course that can take decisions on the network on screen, and where they do. */
export type OwnFunction = {
  readonly entry: string;
  readonly exercise: string;
  readonly number: string;
  /** Nodes that ask it; null for every host and router. */
  readonly nodes: readonly string[] | null;
};

export const ownFunctions: readonly OwnFunction[] = [
  { entry: "route", exercise: "routing/router", number: "09.5", nodes: ["R1", "R2", "R3"] },
  { entry: "traceroute", exercise: "icmp/traceroute", number: "09.4", nodes: null },
  { entry: "icmpEchoReply", exercise: "icmp/echo-reply", number: "09.1", nodes: null },
  { entry: "icmpErrorFor", exercise: "icmp/error-for", number: "09.2", nodes: null },
  { entry: "deliver", exercise: "routing/deliver", number: "08.6", nodes: null },
  { entry: "nextHop", exercise: "routing/next-hop", number: "08.4", nodes: null },
  { entry: "lookup", exercise: "routing/lookup", number: "08.3", nodes: null },
  { entry: "arpStep", exercise: "arp/run-cache", number: "07.3", nodes: null },
  { entry: "arpReply", exercise: "arp/answer-request", number: "07.2", nodes: null },
  { entry: "decrementTtl", exercise: "ipv4/decrement-ttl", number: "03.3", nodes: null },
  { entry: "ipChecksum", exercise: "ipv4/checksum", number: "03.1", nodes: null },
];
