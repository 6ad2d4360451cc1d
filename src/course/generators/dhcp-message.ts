import { constant, constantFrom, oneof, record, subarray, type Arbitrary } from "fast-check";
import { writeU32 } from "../../net/bytes/big-endian.ts";
import { equalBytes } from "../../net/bytes/byte-string.ts";
import { valueOrNull } from "../../net/bytes/result.ts";
import { emitDhcp, parseDhcp, type DhcpMessage } from "../../net/wire/dhcp.ts";
import { dhcpMessageType, dhcpOption, type DhcpOption } from "../../net/wire/dhcp-options.ts";
import { writeMac } from "../../net/wire/mac.ts";
import { towardEmpty } from "./bytes.ts";
import { ipv4AddressNumber, tenOne, tenTwo, towardAddress } from "./ipv4-address.ts";
import { simplerLists } from "./lists.ts";
import { macNumber, macOne } from "./mac.ts";
import { messageBytes, type MessageKind } from "./message.ts";
import { unsigned } from "./numbers.ts";
import { preferring, smallerNumbers, towardZero, type Simplify } from "./simplify.ts";

const word = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  writeU32(bytes, 0, value);
  return bytes;
};

const hardware = (mac: number): Uint8Array => {
  const bytes = new Uint8Array(16);
  writeMac(bytes, 0, mac);
  return bytes;
};

/** What a server says besides the address. */
const known: readonly DhcpOption[] = [
  { code: dhcpOption.subnetMask, data: word(0xffffff00) },
  { code: dhcpOption.router, data: word(tenOne) },
  { code: dhcpOption.domainNameServer, data: word(tenOne) },
  { code: dhcpOption.requestedAddress, data: word(tenTwo) },
  { code: dhcpOption.leaseTime, data: word(1000) },
  { code: dhcpOption.serverIdentifier, data: word(tenOne) },
];

const messageTypes = Object.values(dhcpMessageType);

const address = oneof({ weight: 2, arbitrary: constant(0) }, { weight: 1, arbitrary: ipv4AddressNumber });

const sketches: Arbitrary<DhcpMessage> = record({
  op: constantFrom(1, 2),
  htype: constant(1),
  hlen: constant(6),
  hops: constantFrom(0, 0, 1),
  xid: unsigned(32),
  secs: unsigned(16),
  flags: constantFrom(0, 0x8000),
  ciaddr: address,
  yiaddr: address,
  siaddr: address,
  giaddr: address,
  chaddr: macNumber.station.map(hardware),
  sname: constant(new Uint8Array(64)),
  file: constant(new Uint8Array(128)),
  type: constantFrom<number>(...messageTypes),
  others: subarray([...known]),
}).map(({ type, others, ...message }) => ({
  ...message,
  options: [{ code: dhcpOption.messageType, data: Uint8Array.of(type) }, ...others],
}));

/** Of that many zeros. */
const blank = (length: number): Simplify<Uint8Array> => ({
  simplest: new Uint8Array(length),
  smaller: () => [],
  same: equalBytes,
});

const rules: { readonly [K in keyof DhcpMessage]: Simplify<DhcpMessage[K]> } = {
  options: {
    simplest: [],
    same: (a, b) => a.length === b.length,
    smaller: (options) =>
      simplerLists([...options], function* ({ code, data }): Iterable<DhcpOption> {
        for (const smaller of towardEmpty.smaller(data)) {
          if (smaller.length === data.length) yield { code, data: smaller };
        }
      }),
  },
  op: preferring([1, 2], smallerNumbers),
  htype: preferring([1], smallerNumbers),
  hlen: preferring([6], smallerNumbers),
  hops: towardZero,
  xid: preferring([1, 0], smallerNumbers),
  secs: towardZero,
  flags: preferring([0, 0x8000], smallerNumbers),
  ciaddr: towardAddress(0),
  yiaddr: towardAddress(0),
  siaddr: towardAddress(0),
  giaddr: towardAddress(0),
  chaddr: { simplest: hardware(macOne), smaller: () => [], same: equalBytes },
  sname: blank(64),
  file: blank(128),
};

/**
 * DHCP messages of all eight types with the options of the course (RFC 2132), from clients and servers, through relays
 * too. Shrinks to a request of 02:00:00:00:00:01 without addresses and options.
 *
 * @example
 * generators: { messages: tuple(dhcpMessageBytes({ damaged: true })) }
 */
export const dhcpMessageBytes = (kind: MessageKind = {}): Arbitrary<Uint8Array> =>
  messageBytes(
    {
      sketches,
      write: (message) => valueOrNull(emitDhcp(message)) ?? new Uint8Array(),
      read: (bytes) => valueOrNull(parseDhcp(bytes)),
      rules,
    },
    kind,
  );
