import type { Simulation } from "../../net/simulator/simulation.ts";
import type { Process, ProcessEvent } from "../../net/stack/host/process.ts";
import { icmpv4Type, unreachableCode } from "../../net/wire/icmpv4.ts";
import { formatIpAddress, type IpAddress } from "../../net/wire/prefix.ts";

/** Where probes start, where they go, and how long one waits for the answer to one, in ms. */
export type Prober = {
  readonly simulation: Simulation;
  readonly node: string;
  readonly destination: IpAddress;
  readonly wait: number;
};

/** All probes of a prober have one source port, as a program has one socket. */
const sourcePort = 40_000;

/**
 * Sends one UDP probe and runs the simulation until the first answer to any probe of this prober, or until the time is
 * up: what comes late is taken for the answer to the next probe, as on a real socket.
 */
function probe(
  { simulation, node, destination, wait }: Prober,
  ttl: number,
  port: number,
  packetBytes: number,
): { readonly event: ProcessEvent | null; readonly rttMs: number } {
  const caught: { event: ProcessEvent | null } = { event: null };
  const began = simulation.now;
  const waiting: Process = (event) => {
    if (!isAnswer(event)) return { process: event.kind === "timer" ? null : waiting, actions: [] };
    caught.event = event;
    return { process: null, actions: [] };
  };
  const sending: Process = (_, now) => ({
    process: waiting,
    actions: [
      { kind: "timer", at: now + wait },
      {
        kind: "send",
        token: 0,
        packet: {
          destination,
          ttl,
          pathMtu: "do",
          content: {
            kind: "udp",
            sourcePort,
            destinationPort: port,
            data: new Uint8Array(Math.max(0, packetBytes - 28)),
          },
        },
      },
    ],
  });
  simulation.start(node, { command: `probe ${formatIpAddress(destination)} ${port}`, process: sending });
  while (caught.event === null && simulation.nextTime <= began + wait) simulation.step();
  return { event: caught.event, rttMs: simulation.now - began };
}

const isAnswer = (event: ProcessEvent): boolean =>
  event.kind === "send-failed" ||
  (event.kind === "error" && event.about?.kind === "udp" && event.about.sourcePort === sourcePort);

/** The probe of capstone 09.4: null for silence. */
export const tracerouteProbe =
  (prober: Prober) =>
  (ttl: number, port: number): ProbeReply | null => {
    const { event, rttMs } = probe(prober, ttl, port, 60);
    if (event?.kind !== "error" || event.about?.kind !== "udp") return null;
    const { from, type, code, about } = event;
    return { from: formatIpAddress(from), type, code, quotedDstPort: about.destinationPort, rttMs };
  };

/** The probe of exercise 11.4, `size` bytes of packet: "port unreachable" means that it arrived whole. */
export const pathMtuProbe =
  (prober: Prober) =>
  (size: number): { ok: true } | { fragNeeded: number } | { silence: true } => {
    const { event } = probe(prober, 64, 33_434, size);
    if (event?.kind === "send-failed" && event.failure.reason === "message-too-long") {
      return { fragNeeded: event.failure.mtu };
    }
    if (event?.kind !== "error" || event.type !== icmpv4Type.destinationUnreachable) return { silence: true };
    if (event.code === unreachableCode.port) return { ok: true };
    return event.code === unreachableCode.fragmentationNeeded && event.mtu !== null
      ? { fragNeeded: event.mtu }
      : { silence: true };
  };
