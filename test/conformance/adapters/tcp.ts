import { z } from "zod";
import { type BareSegment } from "#net/stack/tcp-reset.ts";
import { segmentArrives } from "#net/stack/tcp/arrival.ts";
import { close, closedEnd, connect, listen, write } from "#net/stack/tcp/calls.ts";
import { step as quiet, type TcpStep } from "#net/stack/tcp/connection.ts";
import { advance } from "#net/stack/tcp/sequence.ts";
import { tcpFlag, type TcpSegment } from "#net/wire/tcp.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";
import { tcpFault } from "./tcp-faults.ts";

const number = z.union([z.number(), z.string()]);
const segment = z.object({
  flags: z.string(),
  seq: number,
  ack: number.optional(),
  len: z.number().optional(),
});
const event = z.union([
  z.object({ app: z.string() }).strict(),
  z.object({ in: segment }).strict(),
  z.object({ out: segment }).strict(),
]);
const probe = z.object({
  state: z.string(),
  segment: z.string(),
  setup: z.array(event),
  in: segment,
  out: z.array(segment),
  stateAfter: z.string(),
  delivered: z.number(),
  appSees: z.string().optional(),
});
type Written = z.infer<typeof segment>;
type TcpProbe = z.infer<typeof probe>;

// Both wrap within the first bytes.
const localIss = 2 ** 32 - 3;
const peerIss = 2 ** 32 - 5;
const end = { localPort: 80, remotePort: 50_000, iss: localIss, rcvWnd: 64_240, mss: 1460 };

const letters = { S: tcpFlag.SYN, F: tcpFlag.FIN, R: tcpFlag.RST, P: tcpFlag.PSH, A: tcpFlag.ACK } as const;
const flagsOf = (text: string): number =>
  Object.entries(letters).reduce((flags, [letter, bit]) => (text.includes(letter) ? flags | bit : flags), 0);

/** A number of the file: relative to an ISS, or absolute as in `any (777777)` and `zero`. */
function absolute(iss: number, value: number | string): number {
  if (typeof value === "number") return advance(iss, value);
  return value === "zero" ? 0 : Number(/^any \((\d+)\)$/.exec(value)?.[1]);
}

const incoming = ({ flags, seq, ack, len }: Written): TcpSegment => ({
  sourcePort: end.remotePort,
  destinationPort: end.localPort,
  sequenceNumber: absolute(peerIss, seq),
  acknowledgmentNumber: ack === undefined ? 0 : absolute(localIss, ack),
  dataOffset: 20,
  reserved: 0,
  flags: flagsOf(flags),
  window: 64_240,
  checksum: 0,
  urgentPointer: 0,
  options: new Uint8Array(),
  payload: new Uint8Array(len ?? 0),
});

/** As the file has an outgoing segment, PSH left out: the file does not show it. */
const shown = ({ flags, sequenceNumber, acknowledgmentNumber, payload }: BareSegment) => ({
  flags: flags & ~tcpFlag.PSH,
  seq: sequenceNumber,
  ack: (flags & tcpFlag.ACK) === 0 ? null : acknowledgmentNumber,
  len: payload.length,
});

const expectedOut = ({ flags, seq, ack, len }: Written, probed: Written) => ({
  flags: flagsOf(flags),
  seq: absolute(localIss, seq === "the ack received" ? (probed.ack ?? Number.NaN) : seq),
  ack: ack === undefined ? null : absolute(peerIss, ack),
  len: len ?? 0,
});

function call(before: TcpStep | null, app: string): TcpStep | null {
  if (before === null) {
    return app === "active open" ? connect(end) : app === "passive open" ? quiet(listen(end)) : null;
  }
  if (app === "close (send side)") return close(before.connection);
  const [, count] = /^send (\d+)$/.exec(app) ?? [];
  return count === undefined ? null : write(before.connection, new Uint8Array(Number(count)));
}

/** The segments that Linux sends beyond what RFC 9293 has sent at this point. */
function beyondTheRfc(vector: TcpProbe): readonly Written[] {
  // §3.10.7.3 leaves the repeated SYN to the retransmission timer.
  if (vector.state === "SYN-SENT" && vector.stateAfter === "SYN-SENT") {
    return vector.out.filter(({ flags }) => flags === "S");
  }
  // §3.10.7.4, fourth: "return this connection to the LISTEN state and return".
  if (vector.state === "SYN-RECEIVED" && vector.stateAfter === "LISTEN") return vector.out;
  return [];
}

const signals: Readonly<Record<string, string>> = {
  "Connection refused": "refused",
  "Connection reset by peer": "reset",
};

const machine = vectors(probe, (vector) => {
  const fault = tcpFault(vector.state, vector.segment);
  if (fault !== null) return { faulty: fault };
  const checks: Check[] = [];
  let last: TcpStep | null = vector.setup.length === 0 ? quiet(closedEnd(end)) : null;
  let unseen: readonly BareSegment[] = [];
  let sees: string | undefined;
  for (const one of vector.setup) {
    if ("out" in one) {
      const [first, ...rest] = unseen;
      const actual = first === undefined ? null : shown(first);
      checks.push(same("segment of the set-up", expectedOut(one.out, one.out), actual));
      unseen = rest;
      continue;
    }
    const before: TcpStep | null = last;
    last =
      "app" in one ? call(before, one.app) : before && segmentArrives(before.connection, incoming(one.in), 0);
    if (last === null) return [same("set-up", one, "not possible")];
    sees ??= last.signal ?? undefined;
    unseen = [...unseen, ...last.send];
  }
  if (last === null) return [same("set-up", "a connection", null)];
  const [state] = vector.state.split(" ");
  checks.push(same("state before", state, last.connection.state), same("sent unasked", [], unseen));

  const after = segmentArrives(last.connection, incoming(vector.in), 0);
  const spare = beyondTheRfc(vector);
  const out = vector.out.filter((one) => !spare.includes(one)).map((one) => expectedOut(one, vector.in));
  checks.push(same("out", out, after.send.map(shown)));
  checks.push(same("state after", vector.stateAfter, after.connection.state));
  // Here the kernel's program had not called accept() and could read nothing.
  if (vector.state === "SYN-RECEIVED") return checks;
  const seen = vector.appSees === undefined ? undefined : (signals[vector.appSees] ?? vector.appSees);
  return [
    ...checks,
    same("delivered", vector.delivered, after.delivered.length),
    same("program sees", seen, sees ?? after.signal ?? undefined),
  ];
});

export const netTcp: Readonly<Record<string, Suite>> = { "net/tcp-state-machine.json": machine };
