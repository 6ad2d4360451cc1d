import { icmpv6Type } from "../wire/icmpv6.ts";
import { parseIpv6Options } from "../wire/ipv6-extensions.ts";
import { parameterProblemCode, type Icmpv6Cause } from "./icmpv6-error.ts";

/** Options that nodes here know: Pad1, PadN, Router Alert (RFC 2711). */
const knownOptions: readonly number[] = [0, 1, 5];

/** `pass`: go on. `discard`: in silence, or with the error. */
export type OptionVerdict =
  { readonly kind: "pass" } | { readonly kind: "discard"; readonly error: Icmpv6Cause | null };

/**
 * What the options of a Hop-by-Hop or Destination Options header ask of a node that does not know them: the two
 * highest bits of the type say it (RFC 8200 §4.2). `offset`: of the header, `length`: of all of it, in bytes.
 */
export function checkIpv6Options(packet: Uint8Array, offset: number, length: number): OptionVerdict {
  const options = parseIpv6Options(packet.subarray(offset + 2, offset + length));
  if (!options.ok) return { kind: "discard", error: null };
  let at = offset + 2;
  for (const { type, data } of options.value) {
    const action = knownOptions.includes(type) ? 0b00 : type >>> 6;
    // 01: discard in silence. 10: tell the source, 11: the same unless the packet went to a group.
    if (action === 0b01) return { kind: "discard", error: null };
    if (action !== 0b00) {
      const cause = { type: icmpv6Type.parameterProblem, code: parameterProblemCode.option, rest: at };
      return { kind: "discard", error: { ...cause, evenToGroups: action === 0b10 } };
    }
    at += data === null ? 1 : 2 + data.length;
  }
  return { kind: "pass" };
}
