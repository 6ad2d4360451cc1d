import { defineExercise } from "#course/exercise/exercise.ts";
import { steps } from "./exercise-steps.ts";
import { accepts, type Args } from "./exercise-domain.ts";
import { arpStep, isFresh, type Step } from "./exercise-reference.ts";

const me = { ip: "10.0.0.1", mac: "02:00:00:00:00:01" };

const entry = (expires: number): ArpState["entries"][Ip] => ({ mac: "02:00:00:00:00:02", expires });

const waiting = (packet: string, retryAt: number, tries: number): ArpState["pending"][Ip] => ({
  packet,
  retryAt,
  tries,
});

const tick: ArpEvent = { kind: "tick" };
const send = (ip: Ip, packet: string): ArpEvent => ({ kind: "send", ip, packet });
const arp = (op: 1 | 2, senderIp: Ip, targetIp: Ip, senderMac: Mac = "02:00:00:00:00:02"): ArpEvent => ({
  kind: "arp",
  op,
  senderIp,
  senderMac,
  targetIp,
});

const edge = (name: string, state: ArpState, event: ArpEvent, now: number): { name: string; args: Args } => ({
  name,
  args: [state, event, now],
});

/** The host that the kernel was, at 100 s. */
const linux = (entries: ArpState["entries"]): ArpState => ({
  me: { ip: "10.61.7.1", mac: "02:00:00:00:61:01" },
  entries,
  pending: {},
});

/** The kernel says whom it knows and what it answers; how long an entry lasts is the statement's rule. */
const kernel = "Linux 6.18 (entries and answers)";

/** RFC 826, "Packet Reception"; RFC 1122 §2.3.2. */
export default defineExercise<Args, Step>({
  number: "07.3",
  entry: "arpStep",
  level: 4,
  points: 8,
  prerequisites: ["07.2"],
  parameters: [
    { name: "state", shape: { kind: "value" } },
    { name: "event", shape: { kind: "value" } },
    { name: "now", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "kernel-asker-unknown",
      args: [
        linux({}),
        { kind: "arp", op: 1, senderIp: "10.61.7.61", senderMac: "bc:2c:bd:fd:46:01", targetIp: "10.61.7.1" },
        100,
      ],
      expected: {
        state: linux({ "10.61.7.61": { mac: "bc:2c:bd:fd:46:01", expires: 160 } }),
        actions: [{ kind: "reply", to: "bc:2c:bd:fd:46:01", ip: "10.61.7.61" }],
      },
      source: kernel,
    },
    {
      name: "kernel-asker-changed-card",
      args: [
        linux({ "10.61.7.61": { mac: "bc:2c:bd:fd:46:01", expires: 130 } }),
        { kind: "arp", op: 1, senderIp: "10.61.7.61", senderMac: "ac:62:de:aa:74:81", targetIp: "10.61.7.1" },
        100,
      ],
      expected: {
        state: linux({ "10.61.7.61": { mac: "ac:62:de:aa:74:81", expires: 160 } }),
        actions: [{ kind: "reply", to: "ac:62:de:aa:74:81", ip: "10.61.7.61" }],
      },
      source: kernel,
    },
    {
      name: "kernel-question-for-another",
      args: [
        linux({}),
        {
          kind: "arp",
          op: 1,
          senderIp: "10.61.7.61",
          senderMac: "bc:2c:bd:fd:46:01",
          targetIp: "10.61.7.38",
        },
        100,
      ],
      expected: { state: linux({}), actions: [] },
      source: kernel,
    },
    {
      name: "kernel-known-sender-asks-another",
      args: [
        linux({ "10.61.7.61": { mac: "bc:2c:bd:fd:46:01", expires: 130 } }),
        {
          kind: "arp",
          op: 1,
          senderIp: "10.61.7.61",
          senderMac: "ac:62:de:aa:74:81",
          targetIp: "10.61.7.38",
        },
        100,
      ],
      expected: { state: linux({ "10.61.7.61": { mac: "ac:62:de:aa:74:81", expires: 160 } }), actions: [] },
      source: kernel,
    },
    {
      name: "kernel-reply-to-nobody",
      args: [
        linux({}),
        { kind: "arp", op: 2, senderIp: "10.61.7.61", senderMac: "bc:2c:bd:fd:46:01", targetIp: "10.61.7.1" },
        100,
      ],
      expected: { state: linux({}), actions: [] },
      source: kernel,
    },
    {
      name: "kernel-reply-from-known",
      args: [
        linux({ "10.61.7.61": { mac: "bc:2c:bd:fd:46:01", expires: 130 } }),
        { kind: "arp", op: 2, senderIp: "10.61.7.61", senderMac: "ac:62:de:aa:74:81", targetIp: "10.61.7.1" },
        100,
      ],
      expected: { state: linux({ "10.61.7.61": { mac: "ac:62:de:aa:74:81", expires: 160 } }), actions: [] },
      source: kernel,
    },
    {
      name: "kernel-announcement-unknown",
      args: [
        linux({}),
        {
          kind: "arp",
          op: 1,
          senderIp: "10.61.7.61",
          senderMac: "bc:2c:bd:fd:46:01",
          targetIp: "10.61.7.61",
        },
        100,
      ],
      expected: { state: linux({}), actions: [] },
      source: kernel,
    },
    {
      name: "kernel-probe-for-another",
      args: [
        linux({}),
        { kind: "arp", op: 1, senderIp: "0.0.0.0", senderMac: "bc:2c:bd:fd:46:01", targetIp: "10.61.7.38" },
        100,
      ],
      expected: { state: linux({}), actions: [] },
      source: kernel,
    },
  ],
  edges: [
    edge("first-packet", { me, entries: {}, pending: {} }, send("10.0.0.2", "p1"), 0),
    edge(
      "known-neighbour",
      { me, entries: { "10.0.0.2": entry(60) }, pending: {} },
      send("10.0.0.2", "p1"),
      0,
    ),
    edge(
      "last-moment",
      { me, entries: { "10.0.0.2": entry(60) }, pending: {} },
      send("10.0.0.2", "p1"),
      59.5,
    ),
    edge("expires-now", { me, entries: { "10.0.0.2": entry(60) }, pending: {} }, send("10.0.0.2", "p1"), 60),
    edge(
      "long-expired",
      { me, entries: { "10.0.0.2": entry(60) }, pending: {} },
      send("10.0.0.2", "p1"),
      500,
    ),
    edge(
      "second-packet",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1) } },
      send("10.0.0.2", "p2"),
      0,
    ),
    edge(
      "second-packet-later",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 3, 2) } },
      send("10.0.0.2", "p2"),
      2.5,
    ),
    edge(
      "packet-overdue",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1) } },
      send("10.0.0.2", "p2"),
      5,
    ),
    edge(
      "other-neighbour",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1) } },
      send("10.0.0.3", "p2"),
      0.5,
    ),
    edge("tick-too-early", { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1) } }, tick, 0.5),
    edge("tick-second-request", { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1) } }, tick, 1),
    edge("tick-third-request", { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 2, 2) } }, tick, 2),
    edge("tick-gives-up", { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 3, 3) } }, tick, 3),
    edge("tick-late", { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1) } }, tick, 4.5),
    edge(
      "tick-two-waiting",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 3, 3), "10.0.0.3": waiting("p2", 3, 1) } },
      tick,
      3,
    ),
    edge("tick-nothing-waits", { me, entries: { "10.0.0.2": entry(60) }, pending: {} }, tick, 1),
    edge(
      "answer-after-wait",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 3, 3) } },
      arp(2, "10.0.0.2", me.ip),
      2.5,
    ),
    edge(
      "answer-for-one-of-two",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1), "10.0.0.3": waiting("p2", 1, 1) } },
      arp(2, "10.0.0.2", me.ip),
      0.5,
    ),
    edge(
      "awaited-neighbour-asks-another",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1) } },
      arp(1, "10.0.0.2", "10.0.0.3"),
      0.5,
    ),
    edge(
      "awaited-neighbour-asks-me",
      { me, entries: {}, pending: { "10.0.0.2": waiting("p1", 1, 1) } },
      arp(1, "10.0.0.2", me.ip),
      0.5,
    ),
    edge(
      "awaited-and-expired",
      { me, entries: { "10.0.0.2": entry(60) }, pending: { "10.0.0.2": waiting("p1", 66, 1) } },
      arp(2, "10.0.0.2", me.ip),
      65.5,
    ),
    edge(
      "expired-neighbour-asks-me",
      { me, entries: { "10.0.0.2": entry(60) }, pending: {} },
      arp(1, "10.0.0.2", me.ip),
      70,
    ),
    edge(
      "known-neighbour-heard-again",
      { me, entries: { "10.0.0.2": entry(60) }, pending: {} },
      arp(1, "10.0.0.2", "10.0.0.3"),
      30,
    ),
    edge(
      "card-changed",
      { me, entries: { "10.0.0.2": entry(60) }, pending: {} },
      arp(1, "10.0.0.2", "10.0.0.2", "02:00:00:00:00:99"),
      30,
    ),
    edge(
      "unknown-asks-another",
      { me, entries: { "10.0.0.3": entry(60) }, pending: {} },
      arp(1, "10.0.0.2", "10.0.0.3"),
      10,
    ),
    edge("unknown-answers-another", { me, entries: {}, pending: {} }, arp(2, "10.0.0.2", "10.0.0.3"), 10),
    edge("probe-for-me", { me, entries: {}, pending: {} }, arp(1, "0.0.0.0", me.ip), 10),
  ],
  generators: { steps },
  reference: arpStep,
  accepts,
  sameResult: (expected, actual, [, , now]) => canonical(expected, now) === canonical(actual, now),
});

/**
 * One text for all answers that are the same: actions in any order, expired entries kept or not, and an entry for a
 * sender that has no address yet made or not.
 */
function canonical(answer: unknown, now: number): string {
  if (!isRecord(answer) || !isRecord(answer["state"]) || !Array.isArray(answer["actions"])) return "no step";
  const { state, actions, ...rest } = answer;
  const entries = isRecord(state["entries"])
    ? Object.fromEntries(
        Object.entries(state["entries"]).filter(
          ([ip, value]) => ip !== "0.0.0.0" && !(isEntry(value) && !isFresh(value, now)),
        ),
      )
    : state["entries"];
  return sortedJson([{ ...state, entries }, actions.map((action) => sortedJson(action)).sort(), rest]);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): value is { expires: number } =>
  isRecord(value) && typeof value["expires"] === "number";

/** JSON with the keys of every object in order. */
const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    isRecord(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
