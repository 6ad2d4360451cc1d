import { writeU16 } from "../../bytes/big-endian.ts";
import { concatBytes } from "../../bytes/byte-string.ts";
import { emitIcmpv4, icmpv4Type } from "../../wire/icmpv4.ts";
import { emitIcmpv6, icmpv6Type } from "../../wire/icmpv6.ts";
import { ipProtocol } from "../../wire/ip-protocol.ts";
import { emitIpv4 } from "../../wire/ipv4.ts";
import { emitIpv6 } from "../../wire/ipv6.ts";
import type { IpAddress } from "../../wire/prefix.ts";
import type { IpEnds } from "../../wire/pseudo-header.ts";
import { emitUdp } from "../../wire/udp.ts";
import type { Outgoing } from "./process.ts";

/** The whole packet that a program sends, not yet cut; null where a field cannot hold its value. */
export function packetOf(
  { destination, ttl, content }: Outgoing,
  source: IpAddress,
  identification: number,
  df: boolean,
): Uint8Array | null {
  const ends = endsOf(source, destination);
  const payload = payloadOf(content, ends);
  if (payload === null) return null;
  const protocol = protocolOf(content, destination.version);
  const packet =
    typeof ends.source === "number" && typeof ends.destination === "number"
      ? emitIpv4({
          dscp: 0,
          ecn: 0,
          identification,
          df,
          mf: false,
          fragmentOffset: 0,
          ttl,
          protocol,
          source: ends.source,
          destination: ends.destination,
          options: new Uint8Array(),
          payload,
        })
      : emitIpv6({
          trafficClass: 0,
          flowLabel: 0,
          nextHeader: protocol,
          hopLimit: ttl,
          source: source.value,
          destination: destination.value,
          payload,
        });
  return packet.ok ? packet.value : null;
}

const endsOf = (source: IpAddress, destination: IpAddress): IpEnds =>
  destination.version === 4
    ? { source: Number(source.value), destination: Number(destination.value) }
    : { source: source.value, destination: destination.value };

function protocolOf({ kind }: Outgoing["content"], version: 4 | 6): number {
  if (kind === "udp") return ipProtocol.udp;
  return version === 4 ? ipProtocol.icmp : ipProtocol.icmpv6;
}

function payloadOf(content: Outgoing["content"], ends: IpEnds): Uint8Array | null {
  if (content.kind === "udp") {
    const { sourcePort, destinationPort, data } = content;
    const datagram = emitUdp({ sourcePort, destinationPort, checksum: ends, payload: data });
    return datagram.ok ? datagram.value : null;
  }
  const { identifier, sequence, data } = content;
  if (typeof ends.source === "number") {
    const rest = identifier * 0x1_0000 + sequence;
    const message = emitIcmpv4({ type: icmpv4Type.echoRequest, code: 0, rest, data });
    return message.ok ? message.value : null;
  }
  const ids = new Uint8Array(4);
  writeU16(ids, 0, identifier);
  writeU16(ids, 2, sequence);
  const message = emitIcmpv6({
    type: icmpv6Type.echoRequest,
    code: 0,
    checksum: ends,
    body: concatBytes(ids, data),
  });
  return message.ok ? message.value : null;
}
