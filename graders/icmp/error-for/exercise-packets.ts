import { concatBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { emitIpv4 } from "#net/wire/ipv4.ts";

/** What an edge case changes in a UDP packet from 10.0.0.1 to 10.0.0.2; options and payload as hex. */
type Changes = {
  src?: string;
  dst?: string;
  protocol?: number;
  df?: boolean;
  mf?: boolean;
  /** In bytes. */
  fragmentOffset?: number;
  options?: string;
  payload?: string;
};

/** A packet with a right checksum. */
export function packetWith(changes: Changes): Uint8Array {
  const { src = "10.0.0.1", dst = "10.0.0.2", options = "", payload = "9c40 829a 0008 0000" } = changes;
  const packet = emitIpv4({
    dscp: 0,
    ecn: 0,
    identification: 0x1d0f,
    df: changes.df ?? false,
    mf: changes.mf ?? false,
    fragmentOffset: changes.fragmentOffset ?? 0,
    ttl: 1,
    protocol: changes.protocol ?? 17,
    source: parseIpv4Address(src) ?? 0,
    destination: parseIpv4Address(dst) ?? 0,
    options: hex(options),
    payload: hex(payload),
  });
  if (!packet.ok) throw new RangeError(packet.error.code);
  return packet.value;
}

/** A ping of Linux, 84 bytes: the header from the identification on, and the message up to its time stamp. */
export function linuxPing(middle: string): Uint8Array {
  return concatBytes(hex("4500 0054"), hex(middle), hex("0000 0000"), pattern);
}

/** The bytes that Linux puts behind the time stamp. */
const pattern = Uint8Array.from({ length: 40 }, (_, i) => 0x10 + i);

function hex(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
