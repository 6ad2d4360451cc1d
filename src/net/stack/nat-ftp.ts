import type { Ipv4Address } from "../wire/address.ts";
import { formatFtpLine, parseFtpLine, type FtpLine } from "../wire/ftp.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import type { Flow, NatEntry } from "./nat-entry.ts";
import { allocatePort } from "./nat-ports.ts";
import { faceTo, type NatRules } from "./nat.ts";
import type { Edit } from "./sequence-shift.ts";

/** RFC 959 §5.2: where a server waits for commands; it opens data connections from the port below. */
export const ftpPort = 21;
const ftpDataPort = 20;

/** A control connection in which the box has rewritten lines of the inside host, and what they announced. */
export type FtpControl = Pick<NatEntry, "inside" | "insidePort" | "remote" | "remotePort"> & {
  readonly edits: readonly Edit[];
  readonly data: readonly FtpData[];
};

/** A port of the box on which the remote end will open a data connection to an inside host. */
export type FtpData = {
  readonly outsidePort: number;
  readonly to: Ipv4Address;
  readonly toPort: number;
};

/** Whether the inside end of this dialogue is one whose lines may announce an endpoint, and which lines. */
function announces(flow: Flow, { kind }: FtpLine): boolean {
  if (flow.protocol !== ipProtocol.tcp) return false;
  return kind === "PORT" || kind === "EPRT" ? flow.destinationPort === ftpPort : flow.sourcePort === ftpPort;
}

export type FtpRewriting =
  | { readonly kind: "unchanged" }
  | { readonly kind: "ports-exhausted" }
  | { readonly kind: "changed"; readonly text: string; readonly data: FtpData };

/**
 * What becomes of the text of one segment from inside. A line that announces an endpoint of its own host gets the
 * address of the box and a port there (RFC 3022 §4.4); the same line sent again gets the same port. The line must
 * fill the segment; an endpoint of another host is nobody's to announce (RFC 2577 §3).
 */
export function rewriteFtpText(
  rules: NatRules,
  entries: readonly NatEntry[],
  controls: readonly FtpControl[],
  flow: Flow,
  text: string,
  draw: number,
): FtpRewriting {
  const line = parseFtpLine(text);
  if (!line.ok || !announces(flow, line.value) || !/^[^\n]*\r\n$/.test(text)) return { kind: "unchanged" };
  const { address, port: toPort } = line.value;
  if (address !== null && address !== flow.source) return { kind: "unchanged" };
  const to = flow.source;
  const expected = controls.filter(({ remote }) => remote === flow.destination).flatMap(({ data }) => data);
  const known = expected.find((data) => data.to === to && data.toPort === toPort);
  const data = { ...flow, sourcePort: toPort, destinationPort: ftpDataPort };
  // Ports that the remote end may use already, for another announced connection or a service, are not free.
  const taken = [
    ...expected.map(({ outsidePort }) => outsidePort),
    ...rules.forwards.filter(({ protocol }) => protocol === data.protocol).map(({ port }) => port),
  ];
  const reserved = taken.map((outsidePort): NatEntry => ({
    protocol: data.protocol,
    inside: to,
    insidePort: toPort,
    outsidePort,
    remote: data.destination,
    remotePort: ftpDataPort,
    lastSeen: 0,
  }));
  const outsidePort = known?.outsidePort ?? allocatePort(rules.ports, [...entries, ...reserved], data, draw);
  if (outsidePort === null) return { kind: "ports-exhausted" };
  return {
    kind: "changed",
    text: formatFtpLine(line.value, faceTo(rules, flow.destination), outsidePort),
    data: { outsidePort, to, toPort },
  };
}
