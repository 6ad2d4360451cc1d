import {
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  tuple,
  uint8Array,
  type Arbitrary,
} from "fast-check";
import { writeU16, writeU8 } from "../../net/bytes/big-endian.ts";
import { ipProtocol as protocol } from "../../net/wire/ip-protocol.ts";
import { isBytes } from "./bytes.ts";
import { ipv6AddressPart } from "./ipv6-address.ts";
import { fromSketch, simplerIpv6, type ExtensionPiece, type Ipv6Sketch } from "./ipv6-sketch.ts";
import { unsigned } from "./numbers.ts";
import { withShrinks } from "./with-shrinks.ts";

const { hopByHop, routing, fragment, ah, esp, destinationOptions, noNextHeader } = protocol;

/** Headers that say their length themselves: 8 to 40 bytes, the rest of the bytes anything. */
const sized = (type: number): Arbitrary<ExtensionPiece> =>
  tuple(integer({ min: 0, max: 4 }), uint8Array({ minLength: 40, maxLength: 40 })).map(([units, body]) => {
    const unit = type === ah ? 4 : 8;
    const bytes = body.slice(0, 8 + units * unit);
    writeU8(bytes, 1, units);
    return { type, bytes };
  });

/** A Fragment header of the first fragment, or of a later one; reserved byte and bits anything. */
const fragmentPiece = (later: boolean): Arbitrary<ExtensionPiece> =>
  tuple(
    uint8Array({ minLength: 8, maxLength: 8 }),
    oneof(constantFrom(1, 185), integer({ min: 1, max: 8191 })),
    integer({ min: 0, max: 7 }),
  ).map(([bytes, units, low]) => {
    writeU16(bytes, 2, (later ? units * 8 : 0) + low);
    return { type: fragment, bytes };
  });

const middle = oneof(
  sized(routing),
  sized(destinationOptions),
  sized(destinationOptions),
  sized(ah),
  fragmentPiece(false),
);

const upper = oneof(
  constantFrom(protocol.tcp, protocol.udp, protocol.icmpv6, noNextHeader, esp),
  constantFrom(135, 139, 140, 41, 89, 253),
);

/** What a later fragment announces may be another extension header, of which it holds a piece. */
const upperOrExtension = oneof(
  constantFrom(protocol.tcp, protocol.udp),
  constantFrom(destinationOptions, routing, hopByHop, ah),
);

type Chain = Pick<Ipv6Sketch, "headers" | "announced">;

const chains: Arbitrary<Chain> = tuple(
  option(sized(hopByHop), { freq: 3, nil: null }),
  array(middle, { maxLength: 3 }),
  option(fragmentPiece(true), { freq: 3, nil: null }),
  upper,
  upperOrExtension,
).map(([first, others, later, announced, announcedLater]) => ({
  headers: [...(first === null ? [] : [first]), ...others, ...(later === null ? [] : [later])],
  announced: later === null ? announced : announcedLater,
}));

const noChain: Arbitrary<Chain> = oneof(upper, unsigned(8)).map((announced) => ({ headers: [], announced }));

const packets = (chain: Arbitrary<Chain>): Arbitrary<Ipv6Sketch> =>
  tuple(
    record({
      version: constant(6),
      trafficClass: oneof(constantFrom(0, 0xb8, 0x0f, 0xf0), unsigned(8)),
      flowLabel: oneof(constantFrom(0, 0x12345, 0xfffff), integer({ min: 0, max: 0xfffff })),
      lengthError: constant(0),
      hopLimit: unsigned(8, [64, 1, 255]),
      source: ipv6AddressPart,
      destination: ipv6AddressPart,
      rest: uint8Array({ maxLength: 16 }),
    }),
    chain,
  ).map(([fields, parts]) => ({ ...fields, ...parts }));

const shrinking = (source: Arbitrary<Uint8Array>, accepts: (bytes: Uint8Array) => boolean) => {
  const isValid = (value: unknown): value is Uint8Array => isBytes(value) && accepts(value);
  return withShrinks(source.filter(isValid), isValid, simplerIpv6);
};

const everything = (): boolean => true;

/**
 * IPv6 packets without extension headers; some of another version, cut, or with a Payload Length that is not true.
 * Shrinks to a header of 40 bytes from 2001:db8::1 to 2001:db8::2, Hop Limit 64, TCP.
 *
 * @example
 * generators: { packets: tuple(ipv6PacketBytes()) }
 */
export const ipv6PacketBytes = (accepts: (bytes: Uint8Array) => boolean = everything) =>
  shrinking(
    tuple(
      packets(noChain),
      option(oneof(constant(4), integer({ min: 0, max: 15 })), { freq: 6, nil: 6 }),
      option(integer({ min: -8, max: 1400 }), { freq: 4, nil: 0 }),
      option(integer({ min: 0, max: 44 }), { freq: 6, nil: 0xffff }),
    ).map(([sketch, version, lengthError, cut]) =>
      fromSketch({ ...sketch, version, lengthError }).slice(0, cut),
    ),
    accepts,
  );

/**
 * IPv6 packets with chains of extension headers as RFC 8200 §4.1 orders them, first and later fragments among them;
 * one in five is cut somewhere. Shrinks header by header.
 *
 * @example
 * generators: { chains: tuple(ipv6ChainBytes()) }
 */
export const ipv6ChainBytes = (accepts: (bytes: Uint8Array) => boolean = everything) =>
  shrinking(
    tuple(packets(chains), integer({ min: 0, max: 4 }), boolean(), integer({ min: 1, max: 200 })).map(
      ([sketch, chance, near, place]) => {
        const bytes = fromSketch(sketch);
        if (chance > 0) return bytes;
        return bytes.slice(0, near ? bytes.length - sketch.rest.length - (place % 9) : place % bytes.length);
      },
    ),
    accepts,
  );
