import { ipProtocol } from "../wire/ip-protocol.ts";
import { verifiesTransportChecksum, type IpEnds } from "../wire/pseudo-header.ts";
import { emitTcp, parseTcp } from "../wire/tcp.ts";
import { parseUdp, udpChecksumStatus } from "../wire/udp.ts";
import { resetFor } from "./tcp-reset.ts";

/** What a node without any program answers to a segment or datagram. */
export type ClosedPortAnswer =
  | { readonly kind: "none" }
  /** ICMP destination unreachable. */
  | { readonly kind: "port-unreachable" | "protocol-unreachable" }
  /** A TCP segment from the addressed port. */
  | { readonly kind: "reset"; readonly segment: Uint8Array };

/** `ends` are those of the packet that came (RFC 1122 §4.1.3.1, RFC 9293 §3.10.7.1). Damaged ones have no answer. */
export function answerClosedPort(ends: IpEnds, protocol: number, payload: Uint8Array): ClosedPortAnswer {
  switch (protocol) {
    case ipProtocol.udp: {
      const status = parseUdp(payload).ok ? udpChecksumStatus(payload, ends) : "bad";
      return { kind: status === "good" || status === "absent" ? "port-unreachable" : "none" };
    }
    case ipProtocol.tcp: {
      const segment = parseTcp(payload);
      if (!segment.ok || !verifiesTransportChecksum(ends, protocol, payload)) return { kind: "none" };
      const reset = resetFor(segment.value);
      const emitted = reset === null ? null : emitTcp({ ...reset, checksum: ends });
      // The sum of the pseudo-header is the same whichever way the packet goes.
      return emitted?.ok === true ? { kind: "reset", segment: emitted.value } : { kind: "none" };
    }
    default:
      return { kind: "protocol-unreachable" };
  }
}
