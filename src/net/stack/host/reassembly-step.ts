import { icmpv4Type } from "../../wire/icmpv4.ts";
import { icmpv6Type } from "../../wire/icmpv6.ts";
import { icmpv4Error } from "../icmpv4-error.ts";
import { icmpv6Error } from "../icmpv6-error.ts";
import { receiveIpv4Fragment } from "../ipv4-reassembly.ts";
import { receiveIpv6Fragment } from "../ipv6-reassembly.ts";
import { expireReassembly, type ReassemblyState } from "../reassembly.ts";
import type { Arrival } from "../router.ts";
import { versionOf } from "./addresses.ts";
import { sendAnswer } from "./ip-output.ts";
import { nextIdentification, noArrival, type Turn } from "./turn.ts";

/** Code 1 of Time Exceeded: fragment reassembly time exceeded (RFC 792, RFC 4443 §3.3). */
const reassemblyTimeExceeded = 1;

/** The packet that a packet from a link completes, which is itself if it is no fragment; null while pieces lack. */
export function reassemble(turn: Turn, arrival: Arrival, bytes: Uint8Array): Uint8Array | null {
  return versionOf(bytes) === 4 ? reassemble4(turn, arrival, bytes) : reassemble6(turn, arrival, bytes);
}

function reassemble4(turn: Turn, arrival: Arrival, bytes: Uint8Array): Uint8Array | null {
  const { state, outcome } = receiveIpv4Fragment(turn.node.reassembly.ipv4, bytes, turn.now);
  keep(turn, { ipv4: state });
  if (outcome.kind === "complete") return outcome.packet;
  if (outcome.kind === "discarded") giveUp(turn, arrival, outcome.reason, bytes);
  else if (outcome.kind === "duplicate") giveUp(turn, arrival, "duplicate", bytes);
  return null;
}

function reassemble6(turn: Turn, arrival: Arrival, bytes: Uint8Array): Uint8Array | null {
  const { state, outcome } = receiveIpv6Fragment(turn.node.reassembly.ipv6, bytes, turn.now);
  keep(turn, { ipv6: state });
  if (outcome.kind === "complete") return outcome.packet;
  if (outcome.kind === "discarded") giveUp(turn, arrival, outcome.reason, bytes);
  else if (outcome.kind === "duplicate") giveUp(turn, arrival, "duplicate", bytes);
  if (outcome.kind === "discarded" && outcome.problem !== undefined) {
    const { code, pointer } = outcome.problem;
    const cause = { type: icmpv6Type.parameterProblem, code, rest: pointer };
    const error = icmpv6Error(turn.node.router, arrival, bytes, cause);
    if (error !== null) sendAnswer(turn, error);
  }
  return null;
}

const giveUp = (turn: Turn, arrival: Arrival, reason: string, bytes: Uint8Array): void => {
  turn.actions.push({ kind: "drop", interface: arrival.interface, reason: `fragment-${reason}`, bytes });
};

const keep = (
  turn: Turn,
  state: { readonly ipv4?: ReassemblyState; readonly ipv6?: ReassemblyState },
): void => {
  turn.node = { ...turn.node, reassembly: { ...turn.node.reassembly, ...state } };
};

/** Gives up what has waited too long, and tells those whose first fragment is there (RFC 1122 §3.3.2). */
export function expireFragments(turn: Turn): void {
  const { ipv4, ipv6 } = turn.node.reassembly;
  const four = expireReassembly(ipv4, turn.now);
  const six = expireReassembly(ipv6, turn.now);
  keep(turn, { ipv4: four.state, ipv6: six.state });
  const { router } = turn.node;
  for (const bytes of four.firstFragments) {
    const cause = { type: icmpv4Type.timeExceeded, code: reassemblyTimeExceeded };
    const error = icmpv4Error(router, noArrival, bytes, cause, nextIdentification(turn));
    if (error !== null) sendAnswer(turn, error);
  }
  for (const bytes of six.firstFragments) {
    const cause = { type: icmpv6Type.timeExceeded, code: reassemblyTimeExceeded };
    const error = icmpv6Error(router, noArrival, bytes, cause);
    if (error !== null) sendAnswer(turn, error);
  }
  const given = ipv4.size - four.state.size + (ipv6.size - six.state.size);
  const first = [...four.firstFragments, ...six.firstFragments];
  for (let i = 0; i < given; i++) {
    const bytes = first[i] ?? new Uint8Array();
    turn.actions.push({ kind: "drop", interface: null, reason: "fragment-timeout", bytes });
  }
}

/** When the first of the unfinished packets is given up, in ms; Infinity for never. */
export const reassemblyDeadline = (...states: readonly ReassemblyState[]): number =>
  Math.min(...states.flatMap((state) => [...state.values()].map(({ deadline }) => deadline)));
