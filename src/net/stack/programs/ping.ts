import { formatIpAddress, type IpAddress } from "../../wire/prefix.ts";
import { icmpHeaderBytes } from "../../wire/icmpv4.ts";
import type { Outgoing, Process, ProcessAction, ProcessEvent, Program } from "../host/process.ts";

/** As ping(8) has them. */
export type PingOptions = {
  readonly destination: IpAddress;
  /** How many requests; 4 without it, Infinity for no end. */
  readonly count?: number;
  /** Data bytes of a request; 56 without it. */
  readonly size?: number;
  /** Between two requests, in ms; 1000 without it. */
  readonly interval?: number;
  readonly ttl?: number;
  /** `want` without it, as in Linux. */
  readonly pathMtu?: Outgoing["pathMtu"];
  /** How long one waits after the last request, in ms; 10000 without it. */
  readonly wait?: number;
};

type Settings = Required<PingOptions>;

type State = {
  readonly identifier: number;
  readonly started: number;
  readonly sent: number;
  /** The last ones; older ones are given up. */
  readonly requests: readonly Request[];
  /** How many were answered, or caused an error. */
  readonly settled: number;
  readonly received: number;
  readonly errors: number;
};

type Request = { readonly sequence: number; readonly sentAt: number; readonly settled: boolean };

/** So many requests are remembered. */
const memory = 100;

/** Sends echo requests at an interval and tells what comes back (RFC 792, RFC 4443 §4; RFC 1122 §3.2.2.6). */
export function ping(options: PingOptions): Program {
  const settings = {
    count: 4,
    size: 56,
    interval: 1000,
    ttl: 64,
    pathMtu: "want" as const,
    wait: 10_000,
    ...options,
  };
  return { command: commandOf(settings), process: waiting(settings) };
}

function commandOf({ destination, count, size, interval, ttl, pathMtu }: Settings): string {
  const parts = ["ping", ...(destination.version === 6 ? ["-6"] : [])];
  if (count !== Infinity) parts.push(`-c ${count}`);
  if (size !== 56) parts.push(`-s ${size}`);
  if (interval !== 1000) parts.push(`-i ${interval / 1000}`);
  if (ttl !== 64) parts.push(`-t ${ttl}`);
  if (pathMtu !== "want") parts.push(`-M ${pathMtu}`);
  return [...parts, formatIpAddress(destination)].join(" ");
}

const waiting =
  (settings: Settings): Process =>
  (event, now) =>
    event.kind === "start"
      ? request(settings, now, {
          identifier: event.draw & 0xffff,
          started: now,
          sent: 0,
          requests: [],
          settled: 0,
          received: 0,
          errors: 0,
        })
      : { process: waiting(settings), actions: [] };

const running =
  (settings: Settings, state: State): Process =>
  (event, now) => {
    if (event.kind === "timer") {
      return state.sent < settings.count
        ? request(settings, now, state)
        : { process: null, actions: [summary(state, now)] };
    }
    const news = read(event, state, now);
    if (news === null) return { process: running(settings, state), actions: [] };
    const done = news.state.settled === settings.count;
    return done
      ? { process: null, actions: [news.action, summary(news.state, now)] }
      : { process: running(settings, news.state), actions: [news.action] };
  };

function request(settings: Settings, now: number, before: State): ReturnType<Process> {
  // 16 bits on the wire.
  const sequence = (before.sent + 1) & 0xffff;
  const requests = [...before.requests.slice(1 - memory), { sequence, sentAt: now, settled: false }];
  const state = { ...before, sent: before.sent + 1, requests };
  const { destination, ttl, pathMtu, count, interval, wait, size } = settings;
  return {
    process: running(settings, state),
    actions: [
      { kind: "timer", at: now + (state.sent < count ? interval : wait) },
      {
        kind: "send",
        token: sequence,
        packet: {
          destination,
          ttl,
          pathMtu,
          content: {
            kind: "echo",
            identifier: state.identifier,
            sequence,
            data: Uint8Array.from({ length: size }, (_, i) => i),
          },
        },
      },
    ],
  };
}

/** What an event says about a request of one's own; null for everything else. */
function read(
  event: ProcessEvent,
  state: State,
  now: number,
): { readonly state: State; readonly action: ProcessAction } | null {
  switch (event.kind) {
    case "echo-reply": {
      const { sequence, from, ttl, data } = event;
      const asked = state.requests.find((request) => request.sequence === sequence);
      if (event.identifier !== state.identifier || asked === undefined) return null;
      const output = {
        kind: "echo-reply" as const,
        from: formatIpAddress(from),
        sequence,
        ttl,
        bytes: icmpHeaderBytes + data.length,
        time: now - asked.sentAt,
        duplicate: asked.settled,
      };
      const received = state.received + (output.duplicate ? 0 : 1);
      return {
        state: settle({ ...state, received }, sequence),
        action: { kind: "print", output },
      };
    }
    case "error": {
      const { about, from, type, code, mtu } = event;
      if (about?.kind !== "echo" || about.identifier !== state.identifier) return null;
      const { sequence } = about;
      const output = { kind: "icmp-error" as const, from: formatIpAddress(from), sequence, type, code, mtu };
      return {
        state: settle({ ...state, errors: state.errors + 1 }, sequence),
        action: { kind: "print", output },
      };
    }
    case "send-failed": {
      const { token: sequence, failure } = event;
      return {
        state: settle({ ...state, errors: state.errors + 1 }, sequence),
        action: { kind: "print", output: { kind: "send-error", sequence, failure } },
      };
    }
    case "datagram":
    case "start":
    case "timer":
      return null;
  }
}

function settle(state: State, sequence: number): State {
  const asked = state.requests.find((request) => request.sequence === sequence);
  if (asked?.settled !== false) return state;
  const requests = state.requests.map((one) => (one === asked ? { ...one, settled: true } : one));
  return { ...state, requests, settled: state.settled + 1 };
}

const summary = ({ sent, received, errors, started }: State, now: number): ProcessAction => ({
  kind: "print",
  output: { kind: "ping-summary", sent, received, errors, elapsed: now - started },
});
