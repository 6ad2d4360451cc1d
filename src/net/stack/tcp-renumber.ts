import { readU16, readU32, writeU16 } from "../bytes/big-endian.ts";
import { updateChecksum } from "../wire/checksum.ts";
import { parseTcpOptions, tcpOptionKind } from "../wire/tcp-options.ts";
import { parseTcp, tcpOffsets } from "../wire/tcp.ts";
import { shiftSequence, unshiftAcknowledgment, type Edit } from "./sequence-shift.ts";

/** Writes a number of 32 bits over another and brings the checksum up to date (RFC 1624 §3). */
function renumber(segment: Uint8Array, offset: number, value: number): void {
  for (const [at, word] of [
    [offset, value >>> 16],
    [offset + 2, value & 0xffff],
  ] as const) {
    // A word that begins at an odd byte lies across two words of the sum: its bytes count the other way round there.
    const swap = (bits: number): number => (at % 2 === 0 ? bits : ((bits & 0xff) << 8) | (bits >>> 8));
    const checksum = readU16(segment, tcpOffsets.checksum);
    const updated = updateChecksum(checksum, swap(readU16(segment, at)), swap(word));
    writeU16(segment, tcpOffsets.checksum, updated);
    writeU16(segment, at, word);
  }
}

/** Changes a segment of the end whose text was edited: its Sequence Number. */
export function renumberSent(segment: Uint8Array, edits: readonly Edit[]): void {
  const { sequenceNumber } = tcpOffsets;
  renumber(segment, sequenceNumber, shiftSequence(edits, readU32(segment, sequenceNumber)));
}

/** Changes a segment to the end whose text was edited: its Acknowledgment Number, and the edges in a SACK option. */
export function renumberReceived(segment: Uint8Array, edits: readonly Edit[]): void {
  const parsed = parseTcp(segment);
  if (!parsed.ok) return;
  const list = parseTcpOptions(parsed.value.options);
  const edges = (list.ok ? list.value : [])
    .filter(({ kind }) => kind === tcpOptionKind.sack)
    .flatMap(({ offset, data }) =>
      Array.from({ length: Math.floor(data.length / 4) }, (_, i) => tcpOffsets.options + offset + 2 + 4 * i),
    );
  for (const at of [tcpOffsets.acknowledgmentNumber, ...edges]) {
    renumber(segment, at, unshiftAcknowledgment(edits, readU32(segment, at)));
  }
}
