import { formatIpv4Address } from "../../../net/wire/address.ts";
import { icmpv4Type, parseIcmpv4, readIcmpv4, unreachableCode } from "../../../net/wire/icmpv4.ts";
import { icmpv6Type, parseIcmpv6, readIcmpv6 } from "../../../net/wire/icmpv6.ts";
import { formatIpv6Address } from "../../../net/wire/ipv6-address.ts";
import { parseNdp } from "../../../net/wire/ndp.ts";

const echo = (type: string, id: number, sequence: number, lifetime: string): string =>
  `Echo (ping) ${type} id=0x${id.toString(16).padStart(4, "0")}, seq=${sequence}, ${lifetime}`;

const unreachable = new Map<number, string>([
  [unreachableCode.network, "Network unreachable"],
  [unreachableCode.host, "Host unreachable"],
  [unreachableCode.protocol, "Protocol unreachable"],
  [unreachableCode.port, "Port unreachable"],
  [unreachableCode.fragmentationNeeded, "Fragmentation needed"],
  [unreachableCode.sourceRouteFailed, "Source route failed"],
  [unreachableCode.administrativelyProhibited, "Communication administratively filtered"],
]);

/** What an ICMP message says (RFC 792); `ttl` is that of the packet around it. */
export function icmpInfo(bytes: Uint8Array, ttl: number): string {
  const message = parseIcmpv4(bytes);
  if (!message.ok) return "ICMP (truncated)";
  const { type, code } = message.value;
  const content = readIcmpv4(message.value);
  if (content.kind === "echo") {
    const name = type === icmpv4Type.echoRequest ? "request" : "reply";
    return echo(name, content.identifier, content.sequenceNumber, `ttl=${ttl}`);
  }
  if (content.kind === "timestamp")
    return type === icmpv4Type.timestampRequest ? "Timestamp request" : "Timestamp reply";
  const error = content.kind === "error" ? content : null;
  switch (type) {
    case icmpv4Type.destinationUnreachable: {
      const mtu = error?.nextHopMtu === undefined ? "" : `, next-hop MTU ${error.nextHopMtu}`;
      return `Destination unreachable (${unreachable.get(code) ?? `code ${code}`}${mtu})`;
    }
    case icmpv4Type.timeExceeded:
      return code === 0
        ? "Time-to-live exceeded (Time to live exceeded in transit)"
        : "Time-to-live exceeded (Fragment reassembly time exceeded)";
    case icmpv4Type.redirect:
      return `Redirect (gateway ${error?.gateway === undefined ? "?" : formatIpv4Address(error.gateway)})`;
    case icmpv4Type.parameterProblem:
      return `Parameter problem (pointer ${error?.pointer ?? "?"})`;
    default:
      return `Type ${type}, code ${code}`;
  }
}

const unreachable6 = [
  "no route to destination",
  "administratively prohibited",
  "beyond scope",
  "address unreachable",
  "port unreachable",
];

/** What an ICMPv6 message says (RFC 4443, RFC 4861). */
export function icmpv6Info(bytes: Uint8Array): string {
  const message = parseIcmpv6(bytes);
  if (!message.ok) return "ICMPv6 (truncated)";
  const { type, code } = message.value;
  const content = readIcmpv6(message.value);
  if (content.kind === "echo") {
    const name = type === icmpv6Type.echoRequest ? "request" : "reply";
    return echo(name, content.identifier, content.sequenceNumber, "ICMPv6");
  }
  const mtu = content.kind === "error" ? content.mtu : undefined;
  switch (type) {
    case icmpv6Type.destinationUnreachable:
      return `Destination Unreachable (${unreachable6[code] ?? `code ${code}`})`;
    case icmpv6Type.packetTooBig:
      return `Packet Too Big (MTU ${mtu ?? "?"})`;
    case icmpv6Type.timeExceeded:
      return code === 0
        ? "Time Exceeded (hop limit exceeded in transit)"
        : "Time Exceeded (fragment reassembly)";
    case icmpv6Type.parameterProblem:
      return "Parameter Problem";
    default:
      return ndpInfo(message.value) ?? `Type ${type}, code ${code}`;
  }
}

function ndpInfo(message: Parameters<typeof parseNdp>[0]): string | null {
  const ndp = parseNdp(message);
  if (!ndp.ok) return null;
  switch (ndp.value.kind) {
    case "router-solicitation":
      return "Router Solicitation";
    case "router-advertisement":
      return "Router Advertisement";
    case "neighbor-solicitation":
      return `Neighbor Solicitation for ${formatIpv6Address(ndp.value.target)}`;
    case "neighbor-advertisement":
      return `Neighbor Advertisement ${formatIpv6Address(ndp.value.target)}${flagsOf(ndp.value)}`;
    case "redirect":
      return `Redirect to ${formatIpv6Address(ndp.value.target)}`;
  }
}

function flagsOf({
  router,
  solicited,
  override,
}: Readonly<Record<"router" | "solicited" | "override", boolean>>): string {
  const flags = [router ? "rtr" : "", solicited ? "sol" : "", override ? "ovr" : ""].filter(
    (flag) => flag !== "",
  );
  return flags.length === 0 ? "" : ` (${flags.join(", ")})`;
}
