import { readU16, readU8 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { icmpHeaderBytes, icmpOffsets } from "../wire/icmpv4.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { ipv4Offsets, parseIpv4Header, type Ipv4ParseError } from "../wire/ipv4.ts";
import { udpOffsets } from "../wire/udp.ts";
import type { Flow } from "./nat-entry.ts";
import { icmpIdentifierSide } from "./nat-rewrite.ts";

/** `fragment`: it has no ports, or others of its datagram have none. `protocol`: nothing in it does the work of ports. */
export type FlowError = Ipv4ParseError | "fragment" | "protocol";

/**
 * The ends of the dialogue that a packet belongs to. Of TCP and UDP the ports; of an ICMP query or reply the identifier
 * stands for the asker's port, the other is 0 (RFC 3022 §2.2). `packet` may be cut behind the first 8 bytes of what it
 * carries, as one that an ICMP error quotes.
 */
export function flowOf(packet: Uint8Array): Result<Flow, FlowError> {
  const parsed = parseIpv4Header(packet);
  if (!parsed.ok) return parsed;
  const { headerBytes, protocol, source, destination, mf, fragmentOffset } = parsed.value;
  if (mf || fragmentOffset > 0)
    return fail("fragment", ipv4Offsets.flagsAndFragmentOffset, "Fragment Offset");
  const common = { protocol, source, destination };
  const ported = protocol === ipProtocol.tcp || protocol === ipProtocol.udp;
  if (packet.length < headerBytes + (ported ? 4 : icmpHeaderBytes)) return fail("truncated", packet.length);
  if (ported) {
    // TCP has its ports where UDP has them.
    const sourcePort = readU16(packet, headerBytes + udpOffsets.sourcePort);
    return ok({
      ...common,
      sourcePort,
      destinationPort: readU16(packet, headerBytes + udpOffsets.destinationPort),
    });
  }
  const side =
    protocol === ipProtocol.icmp ? icmpIdentifierSide(readU8(packet, headerBytes + icmpOffsets.type)) : null;
  if (side === null) return fail("protocol", ipv4Offsets.protocol, "Protocol");
  const identifier = readU16(packet, headerBytes + icmpOffsets.rest);
  return ok({
    ...common,
    sourcePort: side === "source" ? identifier : 0,
    destinationPort: side === "destination" ? identifier : 0,
  });
}

/** The same dialogue as the packets of its other side name it. */
export const reversedFlow = ({ protocol, source, sourcePort, destination, destinationPort }: Flow): Flow => ({
  protocol,
  source: destination,
  sourcePort: destinationPort,
  destination: source,
  destinationPort: sourcePort,
});
