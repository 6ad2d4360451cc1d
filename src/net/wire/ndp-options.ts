import { readU32, readU8 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipv6AddressFromBytes, type Ipv6Address } from "./ipv6-address.ts";
import { macFromBytes, type Mac } from "./mac.ts";

/** Options of Neighbor Discovery: type, length in units of 8 bytes, data (RFC 4861 §4.6). */
export const ndpOption = {
  sourceLinkLayerAddress: 1,
  targetLinkLayerAddress: 2,
  prefixInformation: 3,
  redirectedHeader: 4,
  mtu: 5,
  /** RFC 8106 §5.1. */
  recursiveDnsServer: 25,
} as const;

export type NdpOption = {
  readonly type: number;
  /** What follows type and length: 6, 14, 22 … bytes. */
  readonly data: Uint8Array;
};

/** `option-length`: zero, or beyond the end. Offsets count from the start of `area`. */
export function parseNdpOptions(area: Uint8Array): Result<NdpOption[], "option-length"> {
  const options: NdpOption[] = [];
  for (let offset = 0; offset < area.length;) {
    const end = offset + readU8(area, offset + 1) * 8;
    if (end === offset || end > area.length) return fail("option-length", offset + 1, "Length");
    options.push({ type: readU8(area, offset), data: area.subarray(offset + 2, end) });
    offset = end;
  }
  return ok(options);
}

/** The MAC address of a source or target link-layer address option on Ethernet; null for other options. */
export const linkLayerAddress = ({ type, data }: NdpOption): Mac | null =>
  (type === ndpOption.sourceLinkLayerAddress || type === ndpOption.targetLinkLayerAddress) &&
  data.length === 6
    ? macFromBytes(data)
    : null;

/** The MTU that a router recommends; null for other options. */
export const linkMtu = ({ type, data }: NdpOption): number | null =>
  type === ndpOption.mtu && data.length === 6 ? readU32(data, 2) : null;

export type PrefixInformation = {
  readonly prefix: Ipv6Address;
  readonly prefixLength: number;
  readonly onLink: boolean;
  readonly autonomous: boolean;
  /** Seconds; 0xffffffff for ever. */
  readonly validLifetime: number;
  /** Seconds; 0xffffffff for ever. */
  readonly preferredLifetime: number;
};

/** A prefix of the link (§4.6.2); null for other options. */
export const prefixInformation = ({ type, data }: NdpOption): PrefixInformation | null =>
  type === ndpOption.prefixInformation && data.length === 30
    ? {
        prefixLength: readU8(data, 0),
        onLink: (readU8(data, 1) & 0x80) !== 0,
        autonomous: (readU8(data, 1) & 0x40) !== 0,
        validLifetime: readU32(data, 2),
        preferredLifetime: readU32(data, 6),
        prefix: ipv6AddressFromBytes(data, 14),
      }
    : null;

export type RecursiveDnsServers = {
  /** Seconds. */
  readonly lifetime: number;
  readonly servers: readonly Ipv6Address[];
};

/** Resolvers that a router announces; null for other options. */
export function recursiveDnsServers({ type, data }: NdpOption): RecursiveDnsServers | null {
  if (type !== ndpOption.recursiveDnsServer || data.length < 22) return null;
  const count = Math.floor((data.length - 6) / 16);
  return {
    lifetime: readU32(data, 2),
    servers: Array.from({ length: count }, (_, i) => ipv6AddressFromBytes(data, 6 + 16 * i)),
  };
}
