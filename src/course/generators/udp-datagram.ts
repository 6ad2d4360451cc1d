import { constant, constantFrom, oneof, record, uint8Array, type Arbitrary } from "fast-check";
import { readU16, writeU16 } from "../../net/bytes/big-endian.ts";
import { concatBytes } from "../../net/bytes/byte-string.ts";
import type { IpEnds } from "../../net/wire/pseudo-header.ts";
import { udpChecksum, udpHeaderBytes, udpOffsets as at } from "../../net/wire/udp.ts";
import { towardEmpty } from "./bytes.ts";
import { tenOne, tenTwo } from "./ipv4-address.ts";
import { messageBytes, type MessageKind } from "./message.ts";
import { unsigned } from "./numbers.ts";
import { preferring, smallerNumbers, type Simplify } from "./simplify.ts";

/** The packet that carries what this folder makes over IPv4: from 10.0.0.1 to 10.0.0.2. */
export const tenEnds: IpEnds = { source: tenOne, destination: tenTwo };

type Sketch = {
  sourcePort: number;
  destinationPort: number;
  /** By how many bytes Length differs from header and data. */
  lengthError: number;
  checksum: "right" | number;
  payload: Uint8Array;
};

const sketches: Arbitrary<Sketch> = record({
  sourcePort: oneof(constantFrom(40000, 49152, 53), unsigned(16)),
  destinationPort: oneof(constantFrom(53, 67, 68, 123, 4789), unsigned(16)),
  lengthError: constant(0),
  // 0: the sender computed none (RFC 768).
  checksum: oneof(
    { weight: 5, arbitrary: constant<Sketch["checksum"]>("right") },
    { weight: 1, arbitrary: constant<Sketch["checksum"]>(0) },
  ),
  payload: oneof(uint8Array({ maxLength: 9 }), uint8Array({ maxLength: 40 })),
});

const write =
  (ends: IpEnds) =>
  ({ sourcePort, destinationPort, lengthError, checksum, payload }: Sketch): Uint8Array => {
    const header = new Uint8Array(udpHeaderBytes);
    writeU16(header, at.sourcePort, sourcePort);
    writeU16(header, at.destinationPort, destinationPort);
    writeU16(header, at.length, (udpHeaderBytes + payload.length + lengthError) & 0xffff);
    const datagram = concatBytes(header, payload);
    writeU16(datagram, at.checksum, checksum === "right" ? udpChecksum(datagram, ends) : checksum);
    return datagram;
  };

const read =
  (ends: IpEnds) =>
  (bytes: Uint8Array): Sketch | null => {
    if (bytes.length < udpHeaderBytes) return null;
    const stored = readU16(bytes, at.checksum);
    const cleared = bytes.slice();
    writeU16(cleared, at.checksum, 0);
    return {
      sourcePort: readU16(bytes, at.sourcePort),
      destinationPort: readU16(bytes, at.destinationPort),
      lengthError: readU16(bytes, at.length) - bytes.length,
      checksum: stored === udpChecksum(cleared, ends) ? "right" : stored,
      payload: bytes.slice(udpHeaderBytes),
    };
  };

const rules: { readonly [K in keyof Sketch]: Simplify<Sketch[K]> } = {
  payload: towardEmpty,
  sourcePort: preferring([40000], smallerNumbers),
  destinationPort: preferring([53], smallerNumbers),
  lengthError: preferring([0, 1, -1], (error) => (error > 0 ? smallerNumbers(error) : [])),
  checksum: preferring<Sketch["checksum"]>(["right", 0], (value) =>
    typeof value === "number" ? smallerNumbers(value) : [],
  ),
};

/**
 * UDP datagrams with data of even and odd length, the checksum right for a packet between `ends` (10.0.0.1 and
 * 10.0.0.2) or left out. Shrinks to one from port 40000 to port 53 without data; a right checksum stays right.
 *
 * @example
 * generators: { datagrams: tuple(udpDatagramBytes({ damaged: true })) }
 */
export const udpDatagramBytes = (
  kind: MessageKind & { readonly ends?: IpEnds } = {},
): Arbitrary<Uint8Array> => {
  const { ends = tenEnds } = kind;
  return messageBytes({ sketches, write: write(ends), read: read(ends), rules }, kind);
};
