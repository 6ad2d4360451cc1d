import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toHex } from "#net/bytes/hex.ts";
import { readPcap } from "#net/capture/pcap.ts";
import { buildNetwork } from "#net/simulator/network.ts";
import { Simulation } from "#net/simulator/simulation.ts";
import type { Topology } from "#net/simulator/topology.ts";
import type { Program } from "#net/stack/host/process.ts";
import { wholePacket } from "#net/stack/host/whole-packet.ts";
import { verifiesChecksum } from "#net/wire/checksum.ts";
import { ethernetHeader } from "#net/wire/ethernet.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { same, type Check, type Failure, type Report, type Suite } from "../suite.ts";
import { maskFrame } from "./simulator-mask.ts";

/** What is run to get the frames of a capture, and where the capture listened. */
export type Scenario = {
  readonly topology: Topology;
  readonly programs: (
    folder: string,
  ) => readonly { readonly node: string; readonly program: Program; readonly at?: number }[];
  /** `only`: the capture kept one direction. */
  readonly listen: {
    readonly node: string;
    readonly interface: string;
    readonly only?: "sent" | "received";
  };
  /** Bytes at the beginning of UDP data that the program of the capture filled with times; none without it. */
  readonly unknownData?: number;
};

/** The frames of a capture beside the data files. */
export function framesOf(folder: string, name: string): { readonly at: number; readonly data: Uint8Array }[] {
  const capture = readPcap(readFileSync(join(folder, name)));
  if (!capture.ok) throw new Error(`${name}: ${capture.error.code}`);
  const [first] = capture.value.frames;
  const ms = (frame: { seconds: number; nanoseconds: number }): number =>
    (frame.seconds - (first?.seconds ?? 0)) * 1000 + frame.nanoseconds / 1e6;
  return capture.value.frames.map((frame) => ({ at: ms(frame), data: frame.data }));
}

/** Runs the scenario and compares what passes where the capture listened, frame by frame, in order. */
export const simulated =
  (name: string, { topology, programs, listen, unknownData = 0 }: Scenario): Suite =>
  (_, folder): Report => {
    const network = buildNetwork(topology);
    if (!network.ok) throw new Error(`${name}: ${JSON.stringify(network.faults)}`);
    const simulation = new Simulation(network.network, { seed: 1 });
    for (const { node, program, at } of programs(folder)) simulation.start(node, program, at);
    const captured = framesOf(folder, name);
    // What comes later the capture has not seen: neighbours are looked after for half a minute.
    simulation.runUntil((captured.at(-1)?.at ?? 0) + 500, 100_000);

    const ours = simulation.journal.flatMap((entry) =>
      (entry.kind === "sent" || entry.kind === "received") &&
      entry.kind === (listen.only ?? entry.kind) &&
      entry.node === listen.node &&
      entry.interface === listen.interface
        ? [entry.bytes]
        : [],
    );
    const theirs = captured.map(({ data }) => data);
    const mask = (frame: Uint8Array | undefined): string | null =>
      frame === undefined ? null : toHex(maskFrame(frame, unknownData));
    const failures: Failure[] = [];
    for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
      const [our, their] = [ours[i], theirs[i]];
      const checks = [same("frame", mask(their), mask(our)), ...(our === undefined ? [] : checksums(our))];
      const wrong = checks.filter(({ expected, actual }) => expected !== actual);
      if (wrong.length > 0) failures.push({ input: { capture: name, frame: i + 1 }, checks: wrong });
    }
    return { passed: theirs.length - failures.length, notScored: 0, failures, faulty: [] };
  };

/** The checksums that the mask covers, in a frame of ours. Of a fragment the header alone can be judged. */
function checksums(frame: Uint8Array): Check[] {
  const bytes = frame.subarray(ethernetHeader);
  const four = parseIpv4(bytes);
  if (four.ok) {
    const header = same("header checksum", true, verifiesIpv4Checksum(bytes));
    if (four.value.mf || four.value.fragmentOffset > 0) return [header];
    const { protocol, payload, source, destination } = four.value;
    if (protocol === ipProtocol.icmp) return [header, same("ICMP checksum", true, verifiesChecksum(payload))];
    const intact = verifiesTransportChecksum({ source, destination }, protocol, payload);
    return [header, same("transport checksum", true, intact)];
  }
  if (frame[12] !== 0x86) return [];
  const packet = wholePacket(bytes);
  if (packet === null || bytes[6] === ipProtocol.fragment) return [];
  const { ends, protocol, payload } = packet;
  return [same("transport checksum", true, verifiesTransportChecksum(ends, protocol, payload))];
}
