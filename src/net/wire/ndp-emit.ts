import { writeU16, writeU32, writeU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipv6AddressToBytes, isIpv6Address, type Ipv6Address } from "./ipv6-address.ts";
import type { NdpOption } from "./ndp-options.ts";
import type { NdpMessage } from "./ndp.ts";

type Emitted = Result<Uint8Array, "out-of-range">;

/**
 * Writes what follows type, code and checksum of a message of Neighbor Discovery (RFC 4861 §4), reserved bits zero.
 * Offsets of errors count from the start of the ICMPv6 message.
 */
export function emitNdpBody(message: NdpMessage): Emitted {
  const fixed = emitFixed(message);
  if (!fixed.ok) return fixed;
  const options = emitNdpOptions(message.options, 4 + fixed.value.length);
  return options.ok ? ok(concatBytes(fixed.value, options.value)) : options;
}

function emitFixed(message: NdpMessage): Emitted {
  const word = new Uint8Array(4);
  switch (message.kind) {
    case "router-solicitation":
      return ok(word);
    case "router-advertisement":
      return emitAdvertised(message);
    case "neighbor-solicitation":
      return withAddresses(word, ["Target Address", message.target]);
    case "neighbor-advertisement": {
      const { router, solicited, override, target } = message;
      writeU8(word, 0, (router ? 0x80 : 0) | (solicited ? 0x40 : 0) | (override ? 0x20 : 0));
      return withAddresses(word, ["Target Address", target]);
    }
    case "redirect":
      return withAddresses(
        word,
        ["Target Address", message.target],
        ["Destination Address", message.destination],
      );
  }
}

/** §4.2, with the preference of RFC 4191 §2.2. */
function emitAdvertised(message: Extract<NdpMessage, { kind: "router-advertisement" }>): Emitted {
  const { curHopLimit, managed, other, preference, routerLifetime, reachableTime, retransTimer } = message;
  const fault = outOfRange([
    ["Cur Hop Limit", 4, curHopLimit, 8],
    ["Prf", 5, preference, 2],
    ["Router Lifetime", 6, routerLifetime, 16],
    ["Reachable Time", 8, reachableTime, 32],
    ["Retrans Timer", 12, retransTimer, 32],
  ]);
  if (fault !== null) return fault;
  const bytes = new Uint8Array(12);
  writeU8(bytes, 0, curHopLimit);
  writeU8(bytes, 1, (managed ? 0x80 : 0) | (other ? 0x40 : 0) | (preference << 3));
  writeU16(bytes, 2, routerLifetime);
  writeU32(bytes, 4, reachableTime);
  writeU32(bytes, 8, retransTimer);
  return ok(bytes);
}

function withAddresses(word: Uint8Array, ...addresses: readonly (readonly [string, Ipv6Address])[]): Emitted {
  for (const [i, [field, address]] of addresses.entries()) {
    if (!isIpv6Address(address)) return fail("out-of-range", 8 + 16 * i, field);
  }
  return ok(concatBytes(word, ...addresses.map(([, address]) => ipv6AddressToBytes(address))));
}

/** Writes options one after the other; each must fill its units of 8 bytes. `start`: offset of the first. */
export function emitNdpOptions(options: readonly NdpOption[], start = 0): Emitted {
  const parts: Uint8Array[] = [];
  let offset = start;
  for (const { type, data } of options) {
    const units = (data.length + 2) / 8;
    const fault = outOfRange([
      ["Type", offset, type, 8],
      ["Length", offset + 1, units, 8],
    ]);
    if (fault !== null) return fault;
    parts.push(Uint8Array.of(type, units), data);
    offset += units * 8;
  }
  return ok(concatBytes(...parts));
}
