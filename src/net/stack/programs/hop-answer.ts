import { icmpv4Type, unreachableCode } from "../../wire/icmpv4.ts";
import { icmpv6Type } from "../../wire/icmpv6.ts";
import { formatIpAddress, type IpAddress } from "../../wire/prefix.ts";
import type { ProcessEvent } from "../host/process.ts";

/** What an answer says to a search with growing TTLs. */
export type HopAnswer = {
  readonly answer: "time-exceeded" | "reached" | "unreachable";
  readonly from: IpAddress;
  /** Of "unreachable": the code of the ICMP error. */
  readonly code: number | null;
  /** Which probe it is about: the destination port, or the sequence number. */
  readonly mark: number;
};

/**
 * Reads an answer to a probe whose sender is known by `own` (the ICMP identifier, or one of the source ports); null
 * for everything else. The end of the search is an echo reply, or "port unreachable" (RFC 1393 §1 tells the method).
 */
export function readHopAnswer(
  event: ProcessEvent,
  mode: "udp" | "icmp",
  own: (port: number) => boolean,
): HopAnswer | null {
  if (mode === "icmp" && event.kind === "echo-reply") {
    return own(event.identifier)
      ? { answer: "reached", from: event.from, code: null, mark: event.sequence }
      : null;
  }
  if (event.kind !== "error") return null;
  const mark = markOf(event, mode, own);
  if (mark === null) return null;
  const { from, code } = event;
  if (isTimeExceeded(event)) return { answer: "time-exceeded", from, code: null, mark };
  if (!isUnreachable(event)) return null;
  const port = event.version === 4 ? unreachableCode.port : 4;
  return mode === "udp" && code === port
    ? { answer: "reached", from, code: null, mark }
    : { answer: "unreachable", from, code, mark };
}

type ErrorEvent = Extract<ProcessEvent, { kind: "error" }>;

function markOf({ about }: ErrorEvent, mode: "udp" | "icmp", own: (port: number) => boolean): number | null {
  if (about?.kind === "udp" && mode === "udp" && own(about.sourcePort)) return about.destinationPort;
  if (about?.kind === "echo" && mode === "icmp" && own(about.identifier)) return about.sequence;
  return null;
}

const isTimeExceeded = ({ version, type }: ErrorEvent): boolean =>
  type === (version === 4 ? icmpv4Type.timeExceeded : icmpv6Type.timeExceeded);

const isUnreachable = ({ version, type }: ErrorEvent): boolean =>
  type === (version === 4 ? icmpv4Type.destinationUnreachable : icmpv6Type.destinationUnreachable);

export const hopText = (from: IpAddress | null): string | null =>
  from === null ? null : formatIpAddress(from);
