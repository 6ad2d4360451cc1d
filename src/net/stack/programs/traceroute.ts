import { formatIpAddress, type IpAddress } from "../../wire/prefix.ts";
import type {
  Outgoing,
  Process,
  ProcessAction,
  ProcessEvent,
  ProcessStep,
  Program,
} from "../host/process.ts";
import { hopText, readHopAnswer, type HopAnswer } from "./hop-answer.ts";

/** As traceroute(8) has them. Times in ms. */
export type TracerouteOptions = {
  readonly destination: IpAddress;
  /** `udp` without it; `icmp` sends echo requests. */
  readonly mode?: "udp" | "icmp";
  /** Probes for each TTL; 3 without it. */
  readonly probes?: number;
  /** 30 without it. */
  readonly maxTtl?: number;
  /** Of the first probe, one more for each that follows; 33434 without it. */
  readonly basePort?: number;
  /** How many probes may be without an answer at a time; 1 without it, which is easy to follow; traceroute has 16. */
  readonly simultaneous?: number;
  /** Between two probes, at least; 0 without it. */
  readonly gap?: number;
  /** How long a probe waits for its answer; 1000 without it. */
  readonly wait?: number;
};

type Settings = Required<TracerouteOptions>;

type Probe = {
  readonly sentAt: number;
  readonly answer: (HopAnswer & { readonly at: number }) | "silence" | null;
};

type State = {
  readonly draw: number;
  readonly probes: readonly Probe[];
  /** Probes before this one have been told. */
  readonly told: number;
  /** There are no probes from this one on. */
  readonly end: number;
  /** Answers that have come and have not been looked at. */
  readonly inbox: readonly (HopAnswer & { readonly at: number })[];
};

/** Data of a probe, which makes a packet of 60 bytes over IPv4; traceroute(8) counts from `@`, ICMP header included. */
const probeData = (first: number): Uint8Array => Uint8Array.from({ length: 32 }, (_, i) => first + i);

/**
 * Finds the routers on a path: probes with TTL 1, 2, 3 … die at one after the other, which tells so (RFC 792, time
 * exceeded). As traceroute(8) does, it sends all the probes that may be under way before it looks at answers: all at
 * once in the mode `udp`, where each probe has its own socket; one, then the next probe, in the mode `icmp`.
 */
export function traceroute(options: TracerouteOptions): Program {
  const settings: Settings = {
    mode: "udp",
    probes: 3,
    maxTtl: 30,
    basePort: 33_434,
    simultaneous: 1,
    gap: 0,
    wait: 1000,
    ...options,
  };
  return { command: commandOf(settings), process: waiting(settings) };
}

function commandOf({ destination, mode, probes, maxTtl, basePort, simultaneous, wait }: Settings): string {
  const parts = ["traceroute", ...(destination.version === 6 ? ["-6"] : [])];
  if (mode === "icmp") parts.push("-I");
  if (probes !== 3) parts.push(`-q ${probes}`);
  if (maxTtl !== 30) parts.push(`-m ${maxTtl}`);
  if (basePort !== 33_434) parts.push(`-p ${basePort}`);
  if (simultaneous !== 16) parts.push(`-N ${simultaneous}`);
  if (wait !== 5000) parts.push(`-w ${wait / 1000}`);
  return [...parts, formatIpAddress(destination)].join(" ");
}

const waiting =
  (settings: Settings): Process =>
  (event, now) => {
    if (event.kind !== "start") return { process: waiting(settings), actions: [] };
    const end = settings.maxTtl * settings.probes;
    return advance(settings, { draw: event.draw, probes: [], told: 0, end, inbox: [] }, now);
  };

const running =
  (settings: Settings, state: State): Process =>
  (event, now) => {
    if (event.kind === "send-failed") {
      const output = { kind: "send-error" as const, sequence: event.token, failure: event.failure };
      return { process: null, actions: [{ kind: "print", output }] };
    }
    const answer = readAnswer(settings, state, event);
    if (answer === null && event.kind !== "timer") return { process: running(settings, state), actions: [] };
    const inbox = answer === null ? state.inbox : [...state.inbox, { ...answer, at: now }];
    return advance(settings, { ...state, inbox }, now);
  };

/** Source ports of the probes, one after the other; the identifier of ICMP ones. */
const firstPort = (draw: number): number => 32_768 + (draw % 28_000);
const identifierOf = (draw: number): number => draw & 0xffff;

const readAnswer = ({ mode }: Settings, { draw, end }: State, event: ProcessEvent): HopAnswer | null =>
  readHopAnswer(event, mode, (port) =>
    mode === "icmp" ? port === identifierOf(draw) : port >= firstPort(draw) && port < firstPort(draw) + end,
  );

/** Goes on as far as it can at this time, and says when it wants to be woken. */
function advance(settings: Settings, before: State, now: number): ProcessStep {
  const actions: ProcessAction[] = [];
  let state = expire(settings, before, now);
  for (;;) {
    state = tellInOrder(settings, state, actions);
    if (state.told >= state.end) return { process: null, actions };
    const underWay = state.probes.filter(({ answer }) => answer === null).length;
    const maySend = underWay < settings.simultaneous && state.probes.length < state.end;
    const earliest = (state.probes.at(-1)?.sentAt ?? -Infinity) + settings.gap;
    if (maySend && earliest > now) {
      actions.push({ kind: "timer", at: earliest });
      break;
    }
    if (maySend) {
      actions.push({ kind: "send", token: state.probes.length + 1, packet: probe(settings, state) });
      state = { ...state, probes: [...state.probes, { sentAt: now, answer: null }] };
    } else if (state.inbox.length > 0) {
      state = look(settings, state);
    } else {
      const oldest = state.probes.find(({ answer }) => answer === null);
      actions.push({ kind: "timer", at: (oldest?.sentAt ?? now) + settings.wait });
      break;
    }
  }
  return { process: running(settings, state), actions };
}

/** Probes whose time is up, when all that came has been looked at. */
const expire = ({ wait }: Settings, state: State, now: number): State =>
  state.inbox.length > 0
    ? state
    : {
        ...state,
        probes: state.probes.map((sent) =>
          sent.answer === null && sent.sentAt + wait <= now ? { ...sent, answer: "silence" } : sent,
        ),
      };

/** Takes in one answer, or all that are there. */
function look({ mode, basePort, probes: perHop }: Settings, state: State): State {
  const count = mode === "udp" ? state.inbox.length : 1;
  const probes = [...state.probes];
  let { end } = state;
  for (const answer of state.inbox.slice(0, count)) {
    const index = answer.mark - (mode === "udp" ? basePort : 1);
    const sent = probes[index];
    if (sent?.answer !== null) continue;
    probes[index] = { ...sent, answer };
    // The other probes of this TTL are still made.
    if (answer.answer !== "time-exceeded") end = Math.min(end, (Math.floor(index / perHop) + 1) * perHop);
  }
  return { ...state, probes, end, inbox: state.inbox.slice(count) };
}

function tellInOrder({ probes: perHop }: Settings, state: State, actions: ProcessAction[]): State {
  let { told } = state;
  for (; told < state.end; told++) {
    const sent = state.probes[told];
    if (sent === undefined || sent.answer === null) break;
    const { answer, sentAt } = sent;
    const silent = answer === "silence";
    actions.push({
      kind: "print",
      output: {
        kind: "probe",
        ttl: Math.floor(told / perHop) + 1,
        probe: (told % perHop) + 1,
        answer: silent ? "silence" : answer.answer,
        from: hopText(silent ? null : answer.from),
        time: silent ? null : answer.at - sentAt,
        code: silent ? null : answer.code,
      },
    });
  }
  return { ...state, told };
}

function probe({ destination, mode, basePort, probes: perHop }: Settings, { draw, probes }: State): Outgoing {
  const n = probes.length;
  return {
    destination,
    ttl: Math.floor(n / perHop) + 1,
    pathMtu: "dont",
    content:
      mode === "udp"
        ? {
            kind: "udp",
            sourcePort: firstPort(draw) + n,
            destinationPort: basePort + n,
            data: probeData(0x40),
          }
        : { kind: "echo", identifier: identifierOf(draw), sequence: n + 1, data: probeData(0x48) },
  };
}
