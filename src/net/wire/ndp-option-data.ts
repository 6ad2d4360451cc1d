import { writeU32, writeU8 } from "../bytes/big-endian.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipv6AddressToBytes, isIpv6Address } from "./ipv6-address.ts";
import { writeMac, type Mac } from "./mac.ts";
import {
  ndpOption,
  type NdpOption,
  type PrefixInformation,
  type RecursiveDnsServers,
} from "./ndp-options.ts";

/** Writers for single options of Neighbor Discovery (RFC 4861 §4.6). Offsets of errors count from the option's type. */

type Made = Result<NdpOption, "out-of-range">;

/** The MAC of the sender (`sourceLinkLayerAddress`) or of the target, on Ethernet (§4.6.1). */
export function linkLayerOption(type: number, mac: Mac): Made {
  const fault = outOfRange([["Link-Layer Address", 2, mac, 48]]);
  if (fault !== null) return fault;
  const data = new Uint8Array(6);
  writeMac(data, 0, mac);
  return ok({ type, data });
}

/** §4.6.4, in bytes. */
export function mtuOption(mtu: number): Made {
  const fault = outOfRange([["MTU", 4, mtu, 32]]);
  if (fault !== null) return fault;
  const data = new Uint8Array(6);
  writeU32(data, 2, mtu);
  return ok({ type: ndpOption.mtu, data });
}

/** §4.6.2. */
export function prefixInformationOption(information: PrefixInformation): Made {
  const { prefix, prefixLength, onLink, autonomous, validLifetime, preferredLifetime } = information;
  const fault = outOfRange([
    ["Prefix Length", 2, prefixLength, 8],
    ["Valid Lifetime", 4, validLifetime, 32],
    ["Preferred Lifetime", 8, preferredLifetime, 32],
  ]);
  if (fault !== null) return fault;
  if (prefixLength > 128) return fail("out-of-range", 2, "Prefix Length");
  if (!isIpv6Address(prefix)) return fail("out-of-range", 16, "Prefix");
  const data = new Uint8Array(30);
  writeU8(data, 0, prefixLength);
  writeU8(data, 1, (onLink ? 0x80 : 0) | (autonomous ? 0x40 : 0));
  writeU32(data, 2, validLifetime);
  writeU32(data, 6, preferredLifetime);
  data.set(ipv6AddressToBytes(prefix), 14);
  return ok({ type: ndpOption.prefixInformation, data });
}

/** RFC 8106 §5.1: one server at least, 127 at most. */
export function recursiveDnsOption({ lifetime, servers }: RecursiveDnsServers): Made {
  const fault = outOfRange([
    ["Length", 1, 1 + 2 * servers.length, 8],
    ["Lifetime", 4, lifetime, 32],
  ]);
  if (fault !== null) return fault;
  if (servers.length === 0) return fail("out-of-range", 1, "Length");
  const data = new Uint8Array(6 + 16 * servers.length);
  writeU32(data, 2, lifetime);
  for (const [i, server] of servers.entries()) {
    if (!isIpv6Address(server))
      return fail("out-of-range", 8 + 16 * i, "Addresses of IPv6 Recursive DNS Servers");
    data.set(ipv6AddressToBytes(server), 6 + 16 * i);
  }
  return ok({ type: ndpOption.recursiveDnsServer, data });
}

/**
 * The packet that a redirect is about (§4.6.3), as much of it as fits into `room` bytes with the option's own 8, cut to
 * a multiple of 8; the zeros that a short packet may need are part of the option.
 */
export function redirectedHeaderOption(packet: Uint8Array, room: number): NdpOption {
  const bytes = Math.min(Math.ceil(packet.length / 8) * 8, Math.floor(room / 8) * 8 - 8);
  const data = new Uint8Array(6 + bytes);
  data.set(packet.subarray(0, bytes), 6);
  return { type: ndpOption.redirectedHeader, data };
}

/** The packet that a redirected header option holds; null for other options. */
export const redirectedPacket = ({ type, data }: NdpOption): Uint8Array | null =>
  type === ndpOption.redirectedHeader && data.length >= 6 ? data.subarray(6) : null;
