import { containsAddress, type IpAddress, type Prefix } from "../wire/prefix.ts";

/** What an address may be used for, told by the address alone (RFC 1122 §3.2.1.3, RFC 4291 §2.4). */

const inEither =
  (four: Prefix, six: Prefix) =>
  (address: IpAddress): boolean =>
    containsAddress(address.version === 4 ? four : six, address);

const four = (network: bigint, length: number): Prefix => ({ version: 4, network, length });
const six = (network: bigint, length: number): Prefix => ({ version: 6, network, length });

/** 127/8 and ::1: never outside a host. */
export const isLoopback = inEither(four(0x7f00_0000n, 8), six(1n, 128));

/** 224/4 and ff00::/8: a group, never one interface. */
export const isMulticast = inEither(four(0xe000_0000n, 4), six(0xffn << 120n, 8));

/** 169.254/16 and fe80::/10: good on one link only (RFC 3927 §2.7, RFC 4291 §2.5.6). */
export const isLinkLocal = inEither(four(0xa9fe_0000n, 16), six(0x3fan << 118n, 10));

/** 0/8, "this host on this network", and ::. */
export const isUnspecified = inEither(four(0n, 8), six(0n, 128));

/** 255.255.255.255: everybody on this link, never forwarded (RFC 919 §7). */
export const isLimitedBroadcast = ({ version, value }: IpAddress): boolean =>
  version === 4 && value === 0xffff_ffffn;

/** 240/4 without the limited broadcast (RFC 1112 §4). */
export const isReserved = (address: IpAddress): boolean =>
  containsAddress(four(0xf000_0000n, 4), address) && !isLimitedBroadcast(address);
