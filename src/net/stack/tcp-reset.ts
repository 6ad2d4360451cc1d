import { tcpFlag, type TcpSegment } from "../wire/tcp.ts";

/** A segment without data or options, its checksum still to be computed. */
export type BareSegment = Omit<TcpSegment, "dataOffset" | "reserved" | "checksum">;

/** SEG.LEN: data, and one each for SYN and FIN (RFC 9293 §3.4). */
export const segmentLength = ({ flags, payload }: TcpSegment): number =>
  payload.length + ((flags & tcpFlag.SYN) === 0 ? 0 : 1) + ((flags & tcpFlag.FIN) === 0 ? 0 : 1);

/**
 * The answer to a segment for which there is no connection (RFC 9293 §3.10.7.1): RST with the sequence number that
 * the sender expects, or, where it names none, RST and ACK of all that it sent. Nothing answers a RST.
 */
export function resetFor(segment: TcpSegment): BareSegment | null {
  if ((segment.flags & tcpFlag.RST) !== 0) return null;
  const reset = {
    sourcePort: segment.destinationPort,
    destinationPort: segment.sourcePort,
    window: 0,
    urgentPointer: 0,
    options: new Uint8Array(),
    payload: new Uint8Array(),
  };
  if ((segment.flags & tcpFlag.ACK) !== 0) {
    return {
      ...reset,
      flags: tcpFlag.RST,
      sequenceNumber: segment.acknowledgmentNumber,
      acknowledgmentNumber: 0,
    };
  }
  const acknowledged = (segment.sequenceNumber + segmentLength(segment)) % 2 ** 32;
  return {
    ...reset,
    flags: tcpFlag.RST | tcpFlag.ACK,
    sequenceNumber: 0,
    acknowledgmentNumber: acknowledged,
  };
}
