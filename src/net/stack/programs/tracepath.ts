import { formatIpAddress, type IpAddress } from "../../wire/prefix.ts";
import type { Process, ProcessAction, ProcessEvent, ProcessStep, Program } from "../host/process.ts";
import { isTooBig } from "../host/icmp-input.ts";
import { hopText, readHopAnswer, type HopAnswer } from "./hop-answer.ts";

/** As tracepath(8) has them. Times in ms. */
export type TracepathOptions = {
  readonly destination: IpAddress;
  /** 30 without it. */
  readonly maxTtl?: number;
  /** Of the first probe; 44444 without it. */
  readonly basePort?: number;
  /** How long a probe waits for its answer; 1000 without it. */
  readonly wait?: number;
};

type Settings = Required<TracepathOptions>;

type State = {
  readonly sourcePort: number;
  readonly ttl: number;
  /** Of the probe that is under way. */
  readonly port: number;
  readonly sentAt: number;
  /** Probes of this TTL that nobody answered. */
  readonly silences: number;
  readonly mtu: number;
  /** The path MTU before this probe: if it changed as the probe was sent, the TTL is tried once more. */
  readonly mtuBefore: number;
};

/** A TTL without an answer is tried this often. */
const tries = 3;
/** Longer than any packet: what the first link takes, sending tells. */
const unknownMtu = 65_535;

/**
 * Finds the path MTU and the routers at once: packets as long as the path takes, with Don't Fragment and growing TTLs
 * (RFC 1191 §3, RFC 8201 §3). Every "fragmentation needed" makes the next probe shorter.
 */
export function tracepath(options: TracepathOptions): Program {
  const settings: Settings = { maxTtl: 30, basePort: 44_444, wait: 1000, ...options };
  const six = settings.destination.version === 6 ? " -6" : "";
  return {
    command: `tracepath${six} ${formatIpAddress(settings.destination)}`,
    process: waiting(settings),
  };
}

const waiting =
  (settings: Settings): Process =>
  (event, now) =>
    event.kind === "start"
      ? probe(settings, {
          sourcePort: 32_768 + (event.draw % 28_000),
          ttl: 1,
          port: settings.basePort,
          sentAt: now,
          silences: 0,
          mtu: unknownMtu,
          mtuBefore: unknownMtu,
        })
      : { process: waiting(settings), actions: [] };

const running =
  (settings: Settings, state: State): Process =>
  (event, now) => {
    if (event.kind === "send-failed") {
      const { failure, token } = event;
      if (failure.reason === "message-too-long" && failure.mtu < state.mtu) {
        return shrink(settings, { ...state, sentAt: now, mtu: failure.mtu }, null);
      }
      const output = { kind: "send-error" as const, sequence: token, failure };
      return { process: null, actions: [{ kind: "print", output }] };
    }
    if (event.kind === "timer") return silence(settings, state, now);
    const tooBig = mtuIn(event, state);
    if (tooBig !== null) {
      const { mtu, from } = tooBig;
      const next = { ...state, sentAt: now, mtu, mtuBefore: mtu, port: state.port + 1 };
      return shrink(settings, next, from);
    }
    const answer = readHopAnswer(event, "udp", (port) => port === state.sourcePort);
    return answer?.mark === state.port
      ? hop(settings, state, answer, now)
      : { process: running(settings, state), actions: [] };
  };

/** The news that a probe of one's own was too long. */
function mtuIn(event: ProcessEvent, state: State): { readonly mtu: number; readonly from: string } | null {
  if (event.kind !== "error" || !isTooBig(event) || event.mtu === null || event.mtu >= state.mtu) return null;
  if (event.about?.kind !== "udp" || event.about.sourcePort !== state.sourcePort) return null;
  return { mtu: event.mtu, from: formatIpAddress(event.from) };
}

/** Once more, with shorter packets; `from` null: the first link takes no more, and the probe has not left. */
function shrink(settings: Settings, state: State, from: string | null): ProcessStep {
  const next = probe(settings, state);
  const { ttl, mtu } = state;
  const print: ProcessAction = { kind: "print", output: { kind: "path-mtu", ttl, from, mtu } };
  return { process: next.process, actions: [print, ...next.actions] };
}

function hop(settings: Settings, state: State, { answer, from, code }: HopAnswer, now: number): ProcessStep {
  const print: ProcessAction = {
    kind: "print",
    output: {
      kind: "probe",
      ttl: state.ttl,
      probe: state.silences + 1,
      answer,
      from: hopText(from),
      time: now - state.sentAt,
      code,
    },
  };
  if (answer !== "time-exceeded") return { process: null, actions: [print] };
  const again = state.mtu !== state.mtuBefore;
  const next = onward(settings, { ...state, sentAt: now }, again ? state.ttl : state.ttl + 1);
  return { process: next.process, actions: [print, ...next.actions] };
}

function silence(settings: Settings, state: State, now: number): ProcessStep {
  const print: ProcessAction = {
    kind: "print",
    output: {
      kind: "probe",
      ttl: state.ttl,
      probe: state.silences + 1,
      answer: "silence",
      from: null,
      time: null,
      code: null,
    },
  };
  const silences = state.silences + 1;
  const next =
    silences < tries
      ? probe(settings, { ...state, sentAt: now, silences, port: state.port + 1 })
      : onward(settings, { ...state, sentAt: now }, state.ttl + 1);
  return { process: next.process, actions: [print, ...next.actions] };
}

/** The next TTL, or the same one anew. */
const onward = (settings: Settings, state: State, ttl: number): ProcessStep =>
  ttl > settings.maxTtl
    ? { process: null, actions: [] }
    : probe(settings, { ...state, ttl, silences: 0, port: state.port + 1, mtuBefore: state.mtu });

function probe(settings: Settings, state: State): ProcessStep {
  const { destination, wait } = settings;
  const { ttl, port, sourcePort, mtu, sentAt } = state;
  const headers = (destination.version === 4 ? 20 : 40) + 8;
  return {
    process: running(settings, state),
    actions: [
      { kind: "timer", at: sentAt + wait },
      {
        kind: "send",
        token: port,
        packet: {
          destination,
          ttl,
          pathMtu: "do",
          content: {
            kind: "udp",
            sourcePort,
            destinationPort: port,
            data: new Uint8Array(mtu - headers),
          },
        },
      },
    ],
  };
}
