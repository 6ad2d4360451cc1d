import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toHex } from "#net/bytes/hex.ts";
import { readPcap } from "#net/capture/pcap.ts";
import { buildNetwork } from "#net/simulator/network.ts";
import { Simulation } from "#net/simulator/simulation.ts";
import type { StationDescription, Topology } from "#net/simulator/topology.ts";
import { rewriteIpv4Ends } from "#net/stack/nat-rewrite.ts";
import { replay } from "#net/stack/programs/replay.ts";
import { parseEthernet, ethernetHeader } from "#net/wire/ethernet.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { parseIpv4 } from "#net/wire/ipv4.ts";
import { formatMac } from "#net/wire/mac.ts";
import { parseTcp } from "#net/wire/tcp.ts";
import { parseUdp } from "#net/wire/udp.ts";
import { must } from "../addresses.ts";
import { same, type Failure, type Report, type Suite } from "../suite.ts";
import { maskFrame } from "./simulator-mask.ts";

/** The MAC addresses of the captures. */
const macs = {
  h10: "aa:9e:57:84:89:de",
  h11: "62:f4:1b:c0:d9:70",
  boxInside: "26:c0:38:a0:4e:83",
  boxOutside: "e2:6e:e6:6d:a6:5c",
  server: "6e:0b:33:57:21:36",
} as const;

/** Nobody answers of his own accord: what the hosts say is taken from the captures. */
const mute: StationDescription["filters"] = [
  { protocol: "icmp", action: "drop" },
  { protocol: "udp", action: "drop" },
  { protocol: "tcp", action: "drop" },
];

const inside = (name: string, address: string, mac: string): StationDescription => ({
  kind: "host",
  name,
  interfaces: [{ name: "eth0", addresses: [`${address}/24`], mac }],
  routes: [{ destination: "0.0.0.0/0", gateway: "192.168.50.1", interface: "eth0" }],
  neighbours: [{ interface: "eth0", address: "192.168.50.1", mac: macs.boxInside }],
  filters: mute,
});

const plug = (node: string, name: string) => ({ node, interface: name });
const delay = 0.001;

/** Two hosts behind a switch, the box, a server; the rules are those of nat-rules.txt. */
const topology: Topology = {
  nodes: [
    inside("h10", "192.168.50.10", macs.h10),
    inside("h11", "192.168.50.11", macs.h11),
    { kind: "switch", name: "SW", ports: ["p1", "p2", "p3"] },
    {
      kind: "router",
      name: "box",
      interfaces: [
        { name: "in0", addresses: ["192.168.50.1/24"], mac: macs.boxInside },
        { name: "out0", addresses: ["203.0.113.1/24"], mac: macs.boxOutside },
      ],
      neighbours: [
        { interface: "in0", address: "192.168.50.10", mac: macs.h10 },
        { interface: "in0", address: "192.168.50.11", mac: macs.h11 },
        { interface: "out0", address: "203.0.113.80", mac: macs.server },
      ],
      nat: {
        outside: "out0",
        inside: "192.168.50.0/24",
        forwards: [{ protocol: "tcp", port: 8080, to: "192.168.50.10", toPort: 80 }],
        hairpin: "192.168.50.1",
      },
    },
    {
      kind: "host",
      name: "server",
      interfaces: [{ name: "eth0", addresses: ["203.0.113.80/24"], mac: macs.server }],
      neighbours: [{ interface: "eth0", address: "203.0.113.1", mac: macs.boxOutside }],
      filters: mute,
    },
  ],
  links: [
    { name: "h10", ends: [plug("h10", "eth0"), plug("SW", "p1")], delay },
    { name: "h11", ends: [plug("h11", "eth0"), plug("SW", "p2")], delay },
    { name: "inside", ends: [plug("SW", "p3"), plug("box", "in0")], delay },
    { name: "outside", ends: [plug("box", "out0"), plug("server", "eth0")], delay },
  ],
};

type Seen = { readonly at: number; readonly mac: string; readonly data: Uint8Array };

/** The frames of one side; times in ms since midnight of 1970, as both captures have one clock. */
function framesOf(folder: string, name: string): Seen[] {
  const capture = readPcap(readFileSync(join(folder, name)));
  if (!capture.ok) throw new Error(`${name}: ${capture.error.code}`);
  return capture.value.frames.map(({ seconds, nanoseconds, data }) => {
    const frame = parseEthernet(data);
    if (!frame.ok) throw new Error(`${name}: ${frame.error.code}`);
    return { at: seconds * 1000 + nanoseconds / 1e6, mac: formatMac(frame.value.source), data };
  });
}

/** The dialogues for which the kernel drew a port: `conntrack -L` prints the way there, then the way back. */
function drawnByKernel(folder: string): Map<string, number> {
  const line =
    /src=(\S+) dst=\S+ sport=(\d+) dport=\d+ (?:\[\w+\] )?src=\S+ dst=203\.0\.113\.1 sport=\d+ dport=(\d+)/g;
  const text = readFileSync(join(folder, "nat-conntrack.txt"), "utf8");
  return new Map(
    [...text.matchAll(line)]
      .filter(([, , own, outside]) => own !== outside)
      .map(([, source, own, outside]) => [`${source}:${own}`, Number(outside)]),
  );
}

/** Runs the captured hosts through our box; the server answers to the ports that our box drew. */
function run(folder: string, toOurs: ReadonlyMap<number, number>): Simulation {
  const network = buildNetwork(topology);
  if (!network.ok) throw new Error(JSON.stringify(network.faults));
  const simulation = new Simulation(network.network, { seed: 1 });
  const sides = [...framesOf(folder, "nat-inside.pcap"), ...framesOf(folder, "nat-outside.pcap")];
  const origin = Math.min(...sides.map(({ at }) => at));
  for (const [node, mac] of [
    ["h10", macs.h10],
    ["h11", macs.h11],
    ["server", macs.server],
  ] as const) {
    const packets = sides
      .filter((seen) => seen.mac === mac)
      .map(({ at, data }) => ({
        at: at - origin,
        packet: withPorts(data.subarray(ethernetHeader), "destinationPort", toOurs),
      }));
    simulation.start(node, replay(packets));
  }
  simulation.runUntil(Math.max(...sides.map(({ at }) => at)) - origin + 100, 100_000);
  return simulation;
}

/** The packet with one of its ports exchanged, if the map knows it. */
function withPorts(
  packet: Uint8Array,
  which: "sourcePort" | "destinationPort",
  ports: ReadonlyMap<number, number>,
): Uint8Array {
  const port = portsOf(packet)?.[which];
  const other = port === undefined ? undefined : ports.get(port);
  if (other === undefined) return packet;
  const changed = rewriteIpv4Ends(packet, { [which]: other });
  return changed.ok ? changed.value : packet;
}

function portsOf(packet: Uint8Array): { sourcePort: number; destinationPort: number } | null {
  const parsed = parseIpv4(packet);
  if (!parsed.ok) return null;
  const { protocol, payload } = parsed.value;
  const carried =
    protocol === ipProtocol.tcp ? parseTcp(payload) : protocol === ipProtocol.udp ? parseUdp(payload) : null;
  return carried?.ok === true ? carried.value : null;
}

/** One side: every frame in order, byte for byte, but for the box's own ICMP, whose identification it draws. */
const side =
  (name: string, listenAt: "in0" | "out0"): Suite =>
  (_, folder): Report => {
    const kernel = drawnByKernel(folder);
    const first = run(folder, new Map());
    const toOurs = new Map<number, number>();
    const toKernel = new Map<number, number>();
    for (const entry of first.journal) {
      const port = entry.kind === "nat" ? kernel.get(entry.inside) : undefined;
      if (entry.kind !== "nat" || port === undefined) continue;
      toOurs.set(port, entry.outsidePort);
      toKernel.set(entry.outsidePort, port);
    }
    const simulation = run(folder, toOurs);
    const ours = simulation.journal.flatMap((entry) => {
      if (entry.kind !== "sent" && entry.kind !== "received") return [];
      if (entry.node !== "box" || entry.interface !== listenAt) return [];
      const packet = entry.bytes.subarray(ethernetHeader);
      const back = withPorts(withPorts(packet, "sourcePort", toKernel), "destinationPort", toKernel);
      return [Uint8Array.of(...entry.bytes.subarray(0, ethernetHeader), ...back)];
    });
    const theirs = framesOf(folder, name).map(({ data }) => data);
    const failures: Failure[] = [];
    for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
      const check = same("frame", shown(theirs[i]), shown(ours[i]));
      if (check.expected !== check.actual) {
        failures.push({ input: { capture: name, frame: i + 1 }, checks: [check] });
      }
    }
    return { passed: theirs.length - failures.length, notScored: 0, failures, faulty: [] };
  };

function shown(frame: Uint8Array | undefined): string | null {
  if (frame === undefined) return null;
  const packet = must(
    parseIpv4(frame.subarray(ethernetHeader)).ok ? frame.subarray(ethernetHeader) : null,
    "frame",
  );
  // DSCP CS6: errors of the router (RFC 1812 §4.3.2.5); those of the hosts are replayed.
  return toHex(packet[1] === 0xc0 ? maskFrame(frame, 0) : frame);
}

export const simulatorNat: Readonly<Record<string, Suite>> = {
  "captures/nat-inside.pcap": side("nat-inside.pcap", "in0"),
  "captures/nat-outside.pcap": side("nat-outside.pcap", "out0"),
};
