import { formatIpAddress, type IpAddress } from "../../wire/prefix.ts";
import type { Process, Program } from "../host/process.ts";

/** Sends one UDP datagram, and tells the errors and the datagrams that come back to its port in time (ms). */
export function sendDatagram(options: {
  readonly destination: IpAddress;
  readonly port: number;
  readonly sourcePort: number;
  readonly data: Uint8Array;
  readonly wait?: number;
}): Program {
  const { destination, port, sourcePort, data, wait = 1000 } = options;
  const listening: Process = (event) => {
    switch (event.kind) {
      case "datagram":
        return {
          process: null,
          actions: [
            {
              kind: "print",
              output: {
                kind: "datagram",
                from: formatIpAddress(event.from),
                port: event.port,
                data: event.data,
              },
            },
          ],
        };
      case "error": {
        const { about, from, type, code, mtu } = event;
        if (about?.kind !== "udp" || about.sourcePort !== sourcePort)
          return { process: listening, actions: [] };
        const output = {
          kind: "icmp-error" as const,
          from: formatIpAddress(from),
          sequence: 1,
          type,
          code,
          mtu,
        };
        return { process: null, actions: [{ kind: "print", output }] };
      }
      case "send-failed": {
        const output = { kind: "send-error" as const, sequence: 1, failure: event.failure };
        return { process: null, actions: [{ kind: "print", output }] };
      }
      case "timer":
        return { process: null, actions: [] };
      case "start":
      case "echo-reply":
        return { process: listening, actions: [] };
    }
  };
  return {
    command: `nc -u ${formatIpAddress(destination)} ${port}`,
    process: (event, now) =>
      event.kind === "start"
        ? {
            process: listening,
            actions: [
              { kind: "listen", port: sourcePort },
              { kind: "timer", at: now + wait },
              {
                kind: "send",
                token: 1,
                packet: {
                  destination,
                  ttl: 64,
                  pathMtu: "want",
                  content: { kind: "udp", sourcePort, destinationPort: port, data },
                },
              },
            ],
          }
        : { process: listening, actions: [] },
  };
}

/** Listens on a UDP port for ever, tells what comes, and sends it back (RFC 862). */
export function echoServer(port: number): Program {
  const serving: Process = (event) => {
    if (event.kind === "start") return { process: serving, actions: [{ kind: "listen", port }] };
    if (event.kind !== "datagram") return { process: serving, actions: [] };
    const { from, data } = event;
    return {
      process: serving,
      actions: [
        {
          kind: "print",
          output: { kind: "datagram", from: formatIpAddress(from), port: event.port, data },
        },
        {
          kind: "send",
          token: 1,
          packet: {
            destination: from,
            ttl: 64,
            pathMtu: "want",
            content: { kind: "udp", sourcePort: port, destinationPort: event.port, data },
          },
        },
      ],
    };
  };
  return { command: `echo-server ${port}`, process: serving };
}
