import { readU16 } from "../../bytes/big-endian.ts";
import { ipProtocol } from "../../wire/ip-protocol.ts";

/**
 * A rule of a host's packet filter, for packets to the host itself. `drop` says nothing to anybody; `reject` answers
 * "communication administratively prohibited" (RFC 1812 §5.2.7.1).
 */
export type FilterRule = {
  readonly protocol: number;
  /** Destination port of UDP and TCP; null for all. */
  readonly port: number | null;
  readonly action: "drop" | "reject";
};

/** What the first rule that fits says of a packet's payload; null when none does. */
export function filterVerdict(
  rules: readonly FilterRule[],
  protocol: number,
  payload: Uint8Array,
): FilterRule["action"] | null {
  const rule = rules.find(
    (candidate) =>
      candidate.protocol === protocol &&
      (candidate.port === null || candidate.port === portOf(protocol, payload)),
  );
  return rule?.action ?? null;
}

/** UDP and TCP have the destination port at the same place. */
const portOf = (protocol: number, payload: Uint8Array): number | null =>
  (protocol === ipProtocol.udp || protocol === ipProtocol.tcp) && payload.length >= 4
    ? readU16(payload, 2)
    : null;
