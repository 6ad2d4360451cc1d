import { expect, test } from "vitest";
import { ping } from "#net/stack/programs/ping.ts";
import { replay } from "#net/stack/programs/replay.ts";
import { tracepath } from "#net/stack/programs/tracepath.ts";
import { traceroute } from "#net/stack/programs/traceroute.ts";
import type { Process, ProcessAction, ProcessEvent, Program } from "#net/stack/host/process.ts";
import { ip } from "./written.ts";

const destination = ip("192.0.2.9");

/** Gives a program its events, each at its time, and keeps what it does. */
function drive(program: Program, events: readonly (readonly [now: number, event: ProcessEvent])[]) {
  let process: Process | null = program.process;
  const done: (readonly [number, ProcessAction])[] = [];
  for (const [now, event] of events) {
    if (process === null) throw new Error("it has ended");
    const step: ReturnType<Process> = process(event, now);
    process = step.process;
    done.push(...step.actions.map((action) => [now, action] as const));
  }
  return { ended: process === null, done };
}
const start: ProcessEvent = { kind: "start", draw: 0x1_2345 };
const timer: ProcessEvent = { kind: "timer" };
const echoReply = (sequence: number, identifier = 0x2345): ProcessEvent => ({
  kind: "echo-reply",
  from: destination,
  ttl: 60,
  identifier,
  sequence,
  data: new Uint8Array(56),
});
const printed = (done: readonly (readonly [number, ProcessAction])[]) =>
  done.flatMap(([now, action]) => (action.kind === "print" ? [[now, action.output]] : []));
const sent = (done: readonly (readonly [number, ProcessAction])[]) =>
  done.flatMap(([now, action]) => (action.kind === "send" ? [[now, action.packet] as const] : []));

test("ping counts its own replies, once each, and sums up when all have come", () => {
  const { ended, done } = drive(ping({ destination, count: 2 }), [
    [0, start],
    [5, echoReply(1)],
    [6, echoReply(1)],
    [7, echoReply(1, 1)],
    [8, echoReply(9)],
    [1000, timer],
    [1009, echoReply(2)],
  ]);
  expect(ended).toBe(true);
  expect(printed(done)).toMatchObject([
    [5, { kind: "echo-reply", sequence: 1, time: 5, bytes: 64, ttl: 60, duplicate: false }],
    [6, { sequence: 1, duplicate: true }],
    [1009, { sequence: 2, time: 9 }],
    [1009, { kind: "ping-summary", sent: 2, received: 2, errors: 0, elapsed: 1009 }],
  ]);
  expect(sent(done)).toMatchObject([
    [0, { ttl: 64, pathMtu: "want", content: { kind: "echo", identifier: 0x2345, sequence: 1 } }],
    [1000, { content: { sequence: 2 } }],
  ]);
});

test("ping waits for the last one as long as it was told", () => {
  const { ended, done } = drive(ping({ destination, count: 1, wait: 300 }), [
    [0, start],
    [300, timer],
  ]);
  expect([ended, printed(done)]).toMatchObject([true, [[300, { received: 0, elapsed: 300 }]]]);
  expect(done).toContainEqual([0, { kind: "timer", at: 300 }]);
});

test("ping without an end goes on, and its sequence numbers stay in 16 bits", () => {
  let process: Process | null = ping({ destination, count: Infinity }).process;
  let last = 0;
  for (let i = 0; i < 65_537 && process !== null; i++) {
    const step: ReturnType<Process> = process(i === 0 ? start : timer, i * 1000);
    ({ process } = step);
    for (const action of step.actions) {
      if (action.kind === "send" && action.packet.content.kind === "echo")
        last = action.packet.content.sequence;
    }
  }
  expect([process === null, last]).toEqual([false, 1]);
});

test.each([
  [ping({ destination }), "ping -c 4 192.0.2.9"],
  [
    ping({ destination, count: Infinity, size: 1472, ttl: 3, pathMtu: "do", interval: 200 }),
    "ping -s 1472 -i 0.2 -t 3 -M do 192.0.2.9",
  ],
  [traceroute({ destination, simultaneous: 16, wait: 5000 }), "traceroute 192.0.2.9"],
  [traceroute({ destination, mode: "icmp", probes: 1 }), "traceroute -I -q 1 -N 1 -w 1 192.0.2.9"],
  [tracepath({ destination: ip("2001:db8::9") }), "tracepath -6 2001:db8::9"],
])("its command is what a person would type", (program, command) => {
  expect(program.command).toBe(command);
});

const error = (port: number, type: number, code: number, sourcePort: number): ProcessEvent => ({
  kind: "error",
  version: 4,
  from: ip("10.0.0.1"),
  ttl: 64,
  type,
  code,
  mtu: null,
  about: { kind: "udp", destination, sourcePort, destinationPort: port },
});

test("traceroute goes on behind a silent router, and stops at an unreachable without having arrived", () => {
  const port = 32_768 + (0x1_2345 % 28_000);
  const { ended, done } = drive(traceroute({ destination, probes: 1, wait: 1000 }), [
    [0, start],
    [1000, timer],
    [1004, error(33_435, 11, 0, port + 1)],
    [1005, error(33_435, 11, 0, port + 1)],
    [1006, error(33_436, 3, 1, 9)],
    [1009, error(33_436, 3, 1, port + 2)],
  ]);
  expect(ended).toBe(true);
  expect(printed(done)).toMatchObject([
    [1000, { ttl: 1, answer: "silence", from: null, time: null }],
    [1004, { ttl: 2, answer: "time-exceeded", from: "10.0.0.1", time: 4 }],
    [1009, { ttl: 3, answer: "unreachable", code: 1, time: 5 }],
  ]);
  expect(sent(done).map(([now, { ttl }]) => [now, ttl])).toEqual([
    [0, 1],
    [1000, 2],
    [1004, 3],
  ]);
});

test("traceroute gives up at the last TTL", () => {
  const { ended, done } = drive(traceroute({ destination, probes: 1, maxTtl: 2, wait: 10 }), [
    [0, start],
    [10, timer],
    [20, timer],
  ]);
  expect([ended, printed(done).length]).toEqual([true, 2]);
});

test("what cannot be sent is told", () => {
  const failed: ProcessEvent = { kind: "send-failed", token: 1, failure: { reason: "no-route" } };
  for (const program of [
    ping({ destination, count: 1 }),
    traceroute({ destination }),
    tracepath({ destination }),
  ]) {
    const { ended, done } = drive(program, [
      [0, start],
      [0, failed],
    ]);
    expect(ended).toBe(true);
    expect(printed(done)[0]).toMatchObject([0, { kind: "send-error", failure: { reason: "no-route" } }]);
  }
});

test("tracepath tries each TTL three times, and ends at the last", () => {
  const events: (readonly [number, ProcessEvent])[] = [[0, start]];
  for (let i = 1; i <= 6; i++) events.push([i * 1000, timer]);
  const { ended, done } = drive(tracepath({ destination, maxTtl: 2 }), events);
  expect(ended).toBe(true);
  expect(sent(done).map(([, { ttl }]) => ttl)).toEqual([1, 1, 1, 2, 2, 2]);
});

test("packets are replayed at their times", () => {
  const packets = [0, 0, 30, 90].map((at, i) => ({ at, packet: Uint8Array.of(i) }));
  const { ended, done } = drive(replay(packets), [
    [100, start],
    [130, timer],
    [190, timer],
  ]);
  expect(ended).toBe(true);
  expect(
    done.map(([now, action]) => (action.kind === "send-packet" ? [now, action.packet[0]] : [now, action])),
  ).toEqual([
    [100, 0],
    [100, 1],
    [100, { kind: "timer", at: 130 }],
    [130, 2],
    [130, { kind: "timer", at: 190 }],
    [190, 3],
  ]);
  expect(drive(replay([]), [[0, start]]).ended).toBe(true);
});
