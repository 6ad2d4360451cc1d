import { fileURLToPath } from "node:url";
import type { Topic } from "./topics.ts";

/** Where other projects' files lie if they are there: beside the project, read in place and never copied. */
export const upstreamFolder = fileURLToPath(new URL("../../../shared/oracles-upstream", import.meta.url));

/** A row of the README's second table, for files that a plain clone does not have. */
export type UpstreamTopic = Topic & {
  /** Whose files they are, at which state, and their licence. */
  readonly from: string;
};

export const upstreamTopics: readonly UpstreamTopic[] = [
  {
    title: "tcpdump's regression captures, many damaged on purpose",
    files: ["tcpdump-tests/"],
    from: "the-tcpdump-group/tcpdump 39b50f76 (BSD-3-Clause), fields by tshark 4.0.17",
    masked: [
      "fields behind the fault of a frame that we refuse: that tcpdump calls it damaged too is compared",
      "times that tcpdump calls invalid",
      "as of the real captures: source routes, fragments, headers inside ICMP errors and tunnels",
    ],
  },
  {
    title: "pcapng files, basic to difficult, both byte orders",
    files: ["pcapfile/expected.json"],
    from: "hadrielk/pcapng-test-generator (MIT), read by tshark 4.0.17",
    masked: [
      "tshark's rows of blocks that are no packets",
      "of files with several sections the number of the interface",
    ],
  },
  {
    title: "Longest-prefix match in a real BGP table",
    files: ["net/lpm-bgp.json"],
    from: "prefixes of gaissmai/bart (MIT), answers of Linux 6.18.44",
    masked: [],
  },
  {
    title: "NetworkPolicy: every allowed connection of 30 clusters",
    files: ["k8s/networkpolicy-connlists.json"],
    from: "np-guard/netpol-analyzer e54a3343 (Apache-2.0)",
    masked: [
      "traffic of a workload to itself, which the oracle does not list",
      "that a Pod is on its node's network: the documentation leaves it open, the oracle takes it like any other",
    ],
  },
  {
    title: "Blocks of a cluster's nodes, names of kube-proxy's chains",
    files: ["k8s/cidr-dimensioning.json"],
    from: "kubernetes cidr_set_test.go (Apache-2.0), GKE's table of sizes (CC-BY), published iptables dumps",
    masked: [],
  },
  {
    title: "Special-purpose registries, row by row",
    files: [
      "addr/iana-special-registry.json",
      "addr/iana-ipv4-special-registry.csv",
      "addr/iana-ipv6-special-registry.csv",
    ],
    from: "IANA (CC0)",
    masked: ["what the course does not use of a row: dates, Source, Destination, Forwardable"],
  },
];

/** The one line of a run without the folder. */
export const notRun = `not run, ../shared/oracles-upstream is not there: ${upstreamTopics
  .map(({ title, from }) => `${title} (${from})`)
  .join("; ")}`;
