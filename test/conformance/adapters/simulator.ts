import type { Program } from "#net/stack/host/process.ts";
import { ping, type PingOptions } from "#net/stack/programs/ping.ts";
import { replay } from "#net/stack/programs/replay.ts";
import { tracepath } from "#net/stack/programs/tracepath.ts";
import { traceroute } from "#net/stack/programs/traceroute.ts";
import { ethernetHeader } from "#net/wire/ethernet.ts";
import { address } from "../addresses.ts";
import type { Suite } from "../suite.ts";
import { lab } from "./simulator-lab.ts";
import { framesOf, simulated, type Scenario } from "./simulator-run.ts";

/** The other end of the lab. */
const b4 = address("10.1.13.2");
const b6 = address("2001:db8:1:d::2");

const atA = { node: "A", interface: "right" };
const atB = { node: "B", interface: "left" };
/** What goes to B, as the next node receives it. */
const hops = ["R1", "R2", "R3", "B"].map((node) => ({ node, interface: "left", only: "received" as const }));
const cold = lab({ warm: false });
const warm = lab({ warm: true });
const answersOfCapture = lab({ warm: true, silentB: true });
/** The link R2-R3 takes 1400 bytes. */
const narrow = lab({ warm: true, mtu: 1400 });

const alone =
  (program: Program): Scenario["programs"] =>
  () => [{ node: "A", program }];

const pinging = (topology: Scenario["topology"], options: PingOptions, listen = atA): Scenario => ({
  topology,
  programs: alone(ping({ interval: 200, ...options })),
  listen,
});

/** traceroute(8) has 16 probes under way; each takes longer to write than the lab to answer. */
const asTraceroute = { simultaneous: 16, gap: 0.05 };

const tracing = (options: Parameters<typeof traceroute>[0]): Scenario => ({
  topology: warm,
  programs: alone(traceroute({ ...asTraceroute, ...options })),
  listen: atA,
});

/** The two ends, each with the packets that it sent in a capture at its side, at the same times. */
const replayed =
  (atSideOfA: string, atSideOfB?: string): Scenario["programs"] =>
  (folder) => [
    { node: "A", program: replay(sentBy(folder, atSideOfA, "02:00:00:00:00:01")) },
    ...(atSideOfB === undefined
      ? []
      : [{ node: "B", program: replay(sentBy(folder, atSideOfB, "02:00:00:00:03:02")) }]),
  ];

/** Options that routers fill in, on the way there and back: the packets of both ends are those of the captures. */
const optionCaptures = ["record-route", "timestamp-only", "timestamp-address", "timestamp-prespecified"];
const withOption = (name: string): [string, Scenario][] => {
  const [a, b] = [`option-${name}`, `option-${name}-at-B`];
  const both = { topology: answersOfCapture, programs: replayed(`${a}.pcap`, `${b}.pcap`) };
  return [
    [a, { ...both, listen: atA }],
    [b, { ...both, listen: atB }],
  ];
};

/** The side of B of each link. */
const sourceRoutes = hops.map(({ node, interface: at }, i): [string, Scenario] => [
  `option-source-route-${i + 1}`,
  {
    topology: answersOfCapture,
    programs: replayed("option-source-route-1.pcap", "option-source-route-4.pcap"),
    listen: { node, interface: at },
  },
]);

const scenarios: Readonly<Record<string, Scenario>> = {
  "ping4-arp": pinging(cold, { destination: b4, count: 3 }),
  "ping6-ndp": pinging(cold, { destination: b6, count: 3 }),
  "ping4-frag-3000": pinging(warm, { destination: b4, count: 2, size: 3000 }),
  "ping4-frag-8972": pinging(warm, { destination: b4, count: 1, size: 8972 }),
  "ping6-frag-3000": pinging(warm, { destination: b6, count: 2, size: 3000 }),
  "traceroute4-udp": tracing({ destination: b4 }),
  "traceroute4-icmp": tracing({ destination: b4, mode: "icmp", probes: 2 }),
  "traceroute6-udp": tracing({ destination: b6 }),
  "traceroute6-icmp": tracing({ destination: b6, mode: "icmp", probes: 1 }),
  tracepath4: {
    topology: warm,
    programs: alone(tracepath({ destination: b4 })),
    listen: atA,
    unknownData: 24,
  },
  "pmtud4-ping": pinging(narrow, { destination: b4, count: 3, size: 1472, pathMtu: "do" }),
  "pmtud6-ping": pinging(narrow, { destination: b6, count: 3, size: 1452, pathMtu: "do" }),
  "pmtud4-tracepath": {
    topology: narrow,
    programs: alone(tracepath({ destination: b4 })),
    listen: atA,
    unknownData: 24,
  },
  "frag-in-router-at-A": { topology: narrow, programs: replayed("frag-in-router-at-A.pcap"), listen: atA },
  "frag-in-router-at-B": { topology: narrow, programs: replayed("frag-in-router-at-A.pcap"), listen: atB },
  "traceroute4-tcp": { topology: warm, programs: replayed("traceroute4-tcp.pcap"), listen: atA },
  ...Object.fromEntries(
    hops.map((listen, i) => [
      `hop${i + 1}-of-4`,
      { topology: answersOfCapture, programs: replayed("hop1-of-4.pcap"), listen },
    ]),
  ),
  ...Object.fromEntries([...optionCaptures.flatMap(withOption), ...sourceRoutes]),
  unreachables: { topology: warm, programs: replayed("unreachables.pcap"), listen: atA },
};

/** IP packets that a MAC address sent in a capture, with their times from its first frame. */
function sentBy(folder: string, name: string, mac: string): { at: number; packet: Uint8Array }[] {
  return framesOf(folder, name)
    .filter(
      ({ data }) => [...data.subarray(6, 12)].map((b) => b.toString(16).padStart(2, "0")).join(":") === mac,
    )
    .map(({ at, data }) => ({ at, packet: data.subarray(ethernetHeader) }));
}

/** By their paths under the data folder. */
export const simulatedCaptures: readonly string[] = Object.keys(scenarios).map(
  (name) => `captures/${name}.pcap`,
);

export const simulator: Readonly<Record<string, Suite>> = Object.fromEntries(
  Object.entries(scenarios).map(([name, scenario]) => [
    `captures/${name}.pcap`,
    simulated(`${name}.pcap`, scenario),
  ]),
);
