import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import type { Ipv4Address } from "./address.ts";
import { dhcpOption, parseDhcpOptions, type DhcpOption } from "./dhcp-options.ts";

/*
 * RFC 2131 §2, the format of BOOTP (RFC 951).
 *
 *   0                   1                   2                   3
 *  +---------------+---------------+---------------+---------------+
 *  |      op       |     htype     |     hlen      |     hops      |
 *  +---------------+---------------+---------------+---------------+
 *  |                              xid                              |
 *  +-------------------------------+-------------------------------+
 *  |             secs              |             flags             |
 *  +-------------------------------+-------------------------------+
 *  |              ciaddr, yiaddr, siaddr, giaddr, 4 each           |
 *  +---------------------------------------------------------------+
 *  |              chaddr 16, sname 64, file 128                    |
 *  +---------------------------------------------------------------+
 *  |              magic cookie 99.130.83.99, then options          |
 *  +---------------------------------------------------------------+
 */
export const dhcpOffsets = {
  op: 0,
  htype: 1,
  hlen: 2,
  hops: 3,
  xid: 4,
  secs: 8,
  flags: 10,
  ciaddr: 12,
  yiaddr: 16,
  siaddr: 20,
  giaddr: 24,
  chaddr: 28,
  sname: 44,
  file: 108,
  cookie: 236,
  options: 240,
} as const;

const magicCookie = 0x63825363;

export type DhcpMessage = {
  /** 1 from a client, 2 from a server. */
  readonly op: number;
  readonly htype: number;
  /** Bytes of `chaddr` that count. */
  readonly hlen: number;
  readonly hops: number;
  /** Chosen by the client, repeated by the server. */
  readonly xid: number;
  /** Seconds since the client began. */
  readonly secs: number;
  /** The top bit asks for answers by broadcast. */
  readonly flags: number;
  /** The client's address, if it has one already. */
  readonly ciaddr: Ipv4Address;
  /** The address that the client gets. */
  readonly yiaddr: Ipv4Address;
  readonly siaddr: Ipv4Address;
  /** Of the relay agent. */
  readonly giaddr: Ipv4Address;
  /** 16 bytes. */
  readonly chaddr: Uint8Array;
  /** 64 bytes. */
  readonly sname: Uint8Array;
  /** 128 bytes. */
  readonly file: Uint8Array;
  /** Without padding and end. */
  readonly options: readonly DhcpOption[];
};

/** `option-length`: an option runs past the end, or the options have none. */
export type DhcpParseError = "truncated" | "cookie" | "option-length";

/** Reads what UDP carries; what follows the end option is padding. */
export function parseDhcp(bytes: Uint8Array): Result<DhcpMessage, DhcpParseError> {
  const at = dhcpOffsets;
  if (bytes.length < at.options) return fail("truncated", bytes.length);
  if (readU32(bytes, at.cookie) !== magicCookie) return fail("cookie", at.cookie, "magic cookie");
  const options = parseDhcpOptions(bytes, at.options);
  if (!options.ok) return options;
  return ok({
    op: readU8(bytes, at.op),
    htype: readU8(bytes, at.htype),
    hlen: readU8(bytes, at.hlen),
    hops: readU8(bytes, at.hops),
    xid: readU32(bytes, at.xid),
    secs: readU16(bytes, at.secs),
    flags: readU16(bytes, at.flags),
    ciaddr: readU32(bytes, at.ciaddr),
    yiaddr: readU32(bytes, at.yiaddr),
    siaddr: readU32(bytes, at.siaddr),
    giaddr: readU32(bytes, at.giaddr),
    chaddr: bytes.subarray(at.chaddr, at.sname),
    sname: bytes.subarray(at.sname, at.file),
    file: bytes.subarray(at.file, at.cookie),
    options: options.value,
  });
}

/** Writes a message, options one after the other, then the end option; adds no padding. */
export function emitDhcp(message: DhcpMessage): Result<Uint8Array, "out-of-range"> {
  const at = dhcpOffsets;
  const { chaddr, sname, file } = message;
  const fault = outOfRange([
    ["op", at.op, message.op, 8],
    ["htype", at.htype, message.htype, 8],
    ["hlen", at.hlen, message.hlen, 8],
    ["hops", at.hops, message.hops, 8],
    ["xid", at.xid, message.xid, 32],
    ["secs", at.secs, message.secs, 16],
    ["flags", at.flags, message.flags, 16],
    ["ciaddr", at.ciaddr, message.ciaddr, 32],
    ["yiaddr", at.yiaddr, message.yiaddr, 32],
    ["siaddr", at.siaddr, message.siaddr, 32],
    ["giaddr", at.giaddr, message.giaddr, 32],
  ]);
  if (fault !== null) return fault;
  if (chaddr.length > 16) return fail("out-of-range", at.chaddr, "chaddr");
  if (sname.length > 64) return fail("out-of-range", at.sname, "sname");
  if (file.length > 128) return fail("out-of-range", at.file, "file");
  const bytes = new Uint8Array(at.options);
  writeU8(bytes, at.op, message.op);
  writeU8(bytes, at.htype, message.htype);
  writeU8(bytes, at.hlen, message.hlen);
  writeU8(bytes, at.hops, message.hops);
  writeU32(bytes, at.xid, message.xid);
  writeU16(bytes, at.secs, message.secs);
  writeU16(bytes, at.flags, message.flags);
  writeU32(bytes, at.ciaddr, message.ciaddr);
  writeU32(bytes, at.yiaddr, message.yiaddr);
  writeU32(bytes, at.siaddr, message.siaddr);
  writeU32(bytes, at.giaddr, message.giaddr);
  bytes.set(chaddr, at.chaddr);
  bytes.set(sname, at.sname);
  bytes.set(file, at.file);
  writeU32(bytes, at.cookie, magicCookie);
  const parts: Uint8Array[] = [bytes];
  let offset: number = at.options;
  for (const { code, data } of message.options) {
    if (!Number.isInteger(code) || code <= dhcpOption.pad || code >= dhcpOption.end) {
      return fail("out-of-range", offset, "Code");
    }
    if (data.length > 255) return fail("out-of-range", offset + 1, "Len");
    parts.push(Uint8Array.of(code, data.length), data);
    offset += 2 + data.length;
  }
  return ok(concatBytes(...parts, Uint8Array.of(dhcpOption.end)));
}
