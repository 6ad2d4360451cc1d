import { writeU16 } from "../bytes/big-endian.ts";
import type { Result } from "../bytes/result.ts";
import { internetChecksum } from "../wire/checksum.ts";
import { emitIpv4, ipv4HeaderEnd, ipv4Offsets, type Ipv4Packet } from "../wire/ipv4.ts";

/** Writes a packet that was parsed and changed: lengths and checksum follow from what it is now. */
export function emitChangedIpv4(packet: Ipv4Packet): Result<Uint8Array, "out-of-range"> {
  const emitted = emitIpv4({ ...packet, checksum: 0 });
  if (emitted.ok) {
    const header = emitted.value.subarray(0, ipv4HeaderEnd(emitted.value));
    writeU16(header, ipv4Offsets.checksum, internetChecksum(header));
  }
  return emitted;
}
