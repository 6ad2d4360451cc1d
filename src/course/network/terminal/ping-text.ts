import { icmpv4Type, unreachableCode } from "../../../net/wire/icmpv4.ts";
import type { ProgramOutput } from "../../../net/stack/host/program-output.ts";

/** The lines of iputils' ping(8), from what the program said. `size`: data bytes of a request. */
export function pingText(destination: string, size: number, outputs: readonly ProgramOutput[]): string[] {
  const v6 = destination.includes(":");
  const header = v6
    ? `PING ${destination}(${destination}) ${size} data bytes`
    : `PING ${destination} (${destination}) ${size}(${size + 28}) bytes of data.`;
  const [refused] = outputs.filter(({ kind }) => kind === "send-error");
  if (refused?.kind === "send-error" && refused.failure.reason === "no-route")
    return ["ping: connect: Network is unreachable"];
  const times = outputs.flatMap((one) => (one.kind === "echo-reply" && !one.duplicate ? [one.time] : []));
  return [header, ...outputs.flatMap((one) => lineOf(one, times, destination, v6))];
}

function lineOf(output: ProgramOutput, times: readonly number[], destination: string, v6: boolean): string[] {
  switch (output.kind) {
    case "echo-reply": {
      const { bytes, from, sequence, ttl, time, duplicate } = output;
      return [
        `${bytes} bytes from ${from}: icmp_seq=${sequence} ttl=${ttl} time=${pingTime(time)} ms${duplicate ? " (DUP!)" : ""}`,
      ];
    }
    case "icmp-error":
      return [`From ${output.from} icmp_seq=${output.sequence} ${errorText(output, v6)}`];
    case "send-error":
      return output.failure.reason === "message-too-long"
        ? [`ping: local error: message too long, mtu=${output.failure.mtu}`]
        : [
            `ping: sendmsg: ${output.failure.reason === "refused" ? "Permission denied" : "Invalid argument"}`,
          ];
    case "ping-summary":
      return summary(output, times, destination);
    case "probe":
    case "path-mtu":
    case "datagram":
      return [];
  }
}

/** Three significant digits, as ping chooses them. */
const pingTime = (ms: number): string =>
  ms >= 99.95 ? ms.toFixed(0) : ms >= 9.995 ? ms.toFixed(1) : ms >= 0.9995 ? ms.toFixed(2) : ms.toFixed(3);

function summary(
  { sent, received, errors, elapsed }: Extract<ProgramOutput, { kind: "ping-summary" }>,
  times: readonly number[],
  destination: string,
): string[] {
  const lost = sent === 0 ? 0 : Math.round(((sent - received) / sent) * 10_000) / 100;
  const errorPart = errors > 0 ? ` +${errors} errors,` : "";
  const lines = [
    "",
    `--- ${destination} ping statistics ---`,
    `${sent} packets transmitted, ${received} received,${errorPart} ${lost}% packet loss, time ${Math.round(elapsed)}ms`,
  ];
  return [...lines, times.length === 0 ? "" : spread(times)];
}

function spread(times: readonly number[]): string {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const squares = times.reduce((sum, time) => sum + time * time, 0) / times.length;
  const deviation = Math.sqrt(Math.max(0, squares - mean * mean));
  const figures = [Math.min(...times), mean, Math.max(...times), deviation].map((value) => value.toFixed(3));
  return `rtt min/avg/max/mdev = ${figures.join("/")} ms`;
}

const unreachable = new Map<number, string>([
  [unreachableCode.network, "Destination Net Unreachable"],
  [unreachableCode.host, "Destination Host Unreachable"],
  [unreachableCode.protocol, "Destination Protocol Unreachable"],
  [unreachableCode.port, "Destination Port Unreachable"],
  [unreachableCode.sourceRouteFailed, "Source Route Failed"],
  [unreachableCode.administrativelyProhibited, "Packet filtered"],
]);

const unreachable6 = [
  "No route",
  "Administratively prohibited",
  "Beyond scope of source address",
  "Address unreachable",
  "Port unreachable",
];

function errorText({ type, code, mtu }: Extract<ProgramOutput, { kind: "icmp-error" }>, v6: boolean): string {
  if (v6) {
    if (type === 1) return `Destination unreachable: ${unreachable6[code] ?? `Unknown code ${code}`}`;
    if (type === 2) return `Packet too big: mtu=${mtu ?? 0}`;
    return type === 3 ? "Time exceeded: Hop limit" : `Unknown icmp type: ${type}`;
  }
  switch (type) {
    case icmpv4Type.timeExceeded:
      return code === 0 ? "Time to live exceeded" : "Frag reassembly time exceeded";
    case icmpv4Type.destinationUnreachable:
      return code === unreachableCode.fragmentationNeeded
        ? `Frag needed and DF set (mtu = ${mtu ?? 0})`
        : (unreachable.get(code) ?? `Dest Unreachable, Bad Code: ${code}`);
    case icmpv4Type.redirect:
      return "Redirect Host";
    default:
      return `Bad ICMP type: ${type}`;
  }
}
