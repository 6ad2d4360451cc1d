import { readU16, readU8 } from "#net/bytes/big-endian.ts";
import { etherType } from "#net/wire/ethernet.ts";

/** An Ethernet type, null for another protocol, and what lies behind the link's header. */
type NetworkLayer = { readonly type: number | null; readonly payload: Uint8Array };

const { ipv4, ipv6 } = etherType;

/** The links other than Ethernet that captures of the oracles have, by their number in the file (tcpdump.org, LINKTYPE_). */
export function networkLayerOf(linkType: number, bytes: Uint8Array): NetworkLayer {
  switch (linkType) {
    case 0: // NULL: the address family of the machine that wrote it, in its byte order
      return behind(bytes, 4, families.get(readU8(bytes, 0) || readU8(bytes, 3)));
    case 9: // PPP, with or without the address and control bytes of HDLC
    case 50: {
      const at = readU16(bytes, 0) === 0xff03 ? 2 : 0;
      return behind(bytes, at + 2, pppProtocols.get(readU16(bytes, at)));
    }
    case 107: // frame relay: two bytes of address, control, NLPID
      return behind(bytes, 4, readU8(bytes, 3) === 0xcc ? ipv4 : undefined);
    case 113: // Linux cooked
      return behind(bytes, 16, readU16(bytes, 14));
    case 101: // raw IP
      return behind(bytes, 0, readU8(bytes, 0) >>> 4 === 6 ? ipv6 : ipv4);
    case 228:
      return behind(bytes, 0, ipv4);
    case 229:
      return behind(bytes, 0, ipv6);
    default:
      return behind(bytes, 0, undefined);
  }
}

/** AF_INET; AF_INET6 of NetBSD, FreeBSD, macOS. */
const families = new Map([
  [2, ipv4],
  [24, ipv6],
  [28, ipv6],
  [30, ipv6],
]);
/** RFC 1332 §2, RFC 5072 §2. */
const pppProtocols = new Map([
  [0x0021, ipv4],
  [0x0057, ipv6],
]);

const behind = (bytes: Uint8Array, header: number, type: number | undefined): NetworkLayer => ({
  type: type ?? null,
  payload: bytes.subarray(header),
});
