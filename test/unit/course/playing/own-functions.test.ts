import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../../src/course/grading/engine.ts";
import { play } from "../../../../src/course/playing/play.ts";
import type { PlayReport } from "../../../../src/course/playing/request.ts";
import { loadEngine } from "../../../../src/worker/engine-node.ts";
import { framesOn, journalOf, networkOf, outputs, source, stationsOf, typedOn } from "./course.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const local = networkOf("reseau-local");
const course = networkOf("document");
const [toN, toNobody] = ["ping -c 1 192.168.100.6", "ping -c 1 192.168.100.9"] as const;
const [toR1, toB, toLoopback] = [
  "ping -c 1 192.168.100.1",
  "ping -c 1 192.168.150.10",
  "ping -c 1 127.0.0.2",
] as const;

/** Functions in all machines of a network: their entries, and files of the exercises or texts of their own. */
type Texts = Readonly<Record<string, string>>;
const runOn = (
  figure: typeof local,
  node: string,
  texts: Texts,
  lines: readonly string[],
): Promise<PlayReport> => {
  const functions = Object.entries(texts).map(([entry, text]) => ({
    entry,
    source: text.includes("\n") ? text : source(text),
    nodes: stationsOf(figure),
  }));
  return play(engine, typedOn(figure, node, functions, lines));
};
const onLocal = (texts: Texts, ...lines: string[]) => runOn(local, "M", texts, lines);
const onCourse = (texts: Texts, ...lines: string[]) => runOn(course, "A", texts, lines);

/** How many answers each ping got; null where it could not even send. */
const received = ({ typed }: PlayReport): (number | null)[] =>
  typed.map(({ output }) => {
    const count = /, (\d+) received/.exec(output.join("\n"))?.[1];
    return count === undefined ? null : Number(count);
  });

const [question, answer] = [
  "Who has 192.168.100.6? Tell 192.168.100.5",
  "192.168.100.6 is at 02:00:00:00:00:02",
];

describe("chapter 7: arpReply and arpStep on three machines and a switch", () => {
  const arpStep = "arp/run-cache/solution";

  test("the model solution asks once, sends what waited, and knows the neighbour afterwards", async () => {
    const report = await onLocal({ arpStep }, "ping -c 2 192.168.100.6");
    expect(report.fault).toBeNull();
    expect(received(report)).toEqual([2]);
    const frames = framesOn(report, "M-S1");
    expect(frames.slice(0, 2)).toEqual([question, answer]);
    expect(frames.length).toBe(6);
    const after = await onLocal({ arpStep }, toN, "ip neigh");
    expect(after.typed[1]?.output).toEqual(["192.168.100.6 dev eth0 lladdr 02:00:00:00:00:02 REACHABLE"]);
    const flushed = await onLocal({ arpStep }, toN, "ip neigh flush all", "ip neigh", toN);
    expect(flushed.typed[2]?.output).toEqual([]);
    expect(framesOn(flushed, "M-S1").slice(0, 2)).toEqual([question, answer]);
  });

  test("where nobody answers, it asks three times and gives up", async () => {
    const report = await onLocal({ arpStep }, toNobody);
    expect(outputs(report)).toContain("Destination Host Unreachable");
    expect(framesOn(report, "M-S1")).toEqual(
      Array.from({ length: 3 }, () => "Who has 192.168.100.9? Tell 192.168.100.5"),
    );
  });

  test("with both functions, a question gets one answer", async () => {
    const report = await onLocal({ arpReply: "arp/answer-request/solution", arpStep }, toN);
    expect(received(report)).toEqual([1]);
    expect(framesOn(report, "M-S1").filter((info) => info === answer)).toHaveLength(1);
  });

  test.each([
    ["packet-not-kept", toN, "100% packet loss"],
    ["request-not-answered", toN, "Destination Host Unreachable"],
    // P answers as well, and later than N.
    ["answers-for-anyone", `${toN};ip neigh`, "192.168.100.6 dev eth0 lladdr 02:00:00:00:00:03 REACHABLE"],
    ["given-up-but-pending", `${toNobody};ip neigh`, "192.168.100.9 dev eth0 INCOMPLETE"],
  ])("the mistake %s shows", async (mistake, lines, shown) => {
    const report = await onLocal({ arpStep: `arp/run-cache/mistakes/${mistake}` }, ...lines.split(";"));
    expect(report.fault).toBeNull();
    expect(outputs(report)).toContain(shown);
  });

  test("who echoes questions makes them multiply: the network is stopped, and its beginning is shown", async () => {
    const report = await onLocal({ arpReply: "arp/answer-request/starter" }, toN);
    expect(report.fault).toMatchObject({ entry: "arpReply", kind: "restless" });
    expect(framesOn(report, "M-S1").slice(0, 3)).toEqual([question, question, question]);
  });
});

test("a long evening at the terminals is no storm: calls are counted by command", async () => {
  const pings = Array.from({ length: 80 }, () => "ping -c 4 192.168.150.10");
  const report = await onCourse({ lookup: "routing/lookup/solution" }, ...pings);
  expect(report.fault).toBeNull();
  expect(report.typed).toHaveLength(80);
});

describe("chapter 8: lookup, nextHop and deliver on the course's network", () => {
  const solutions = {
    lookup: "routing/lookup/solution",
    nextHop: "routing/next-hop/solution",
    deliver: "routing/deliver/solution",
  };

  test("the model solutions send the same frames as the reference, each alone and all together", async () => {
    const lines = [toR1, toB, toLoopback, "ping -c 1 192.168.200.10", "ping -c 1 198.51.100.80"];
    const wanted = await onCourse({}, ...lines);
    expect(received(wanted)).toEqual([1, 1, 1, 1, 1]);
    for (const texts of [...Object.entries(solutions).map(([entry, text]) => ({ [entry]: text })), solutions])
      expect(await onCourse(texts, ...lines), Object.keys(texts).join()).toEqual(wanted);
  });

  test.each([
    ["nextHop", "routing/next-hop/mistakes/resolves-destination", [1, 0, 1]],
    ["nextHop", "routing/next-hop/mistakes/nobody-on-ethernet", [0, 0, 1]],
    ["deliver", "routing/deliver/mistakes/loopback-forgotten", [1, 1, 0]],
    ["lookup", "routing/lookup/mistakes/shift-by-32", [1, null, 1]],
  ])("%s, %s: what arrives at R1, B and A itself", async (entry, mistake, arrives) => {
    const report = await onCourse({ [entry]: mistake }, toR1, toB, toLoopback);
    expect(report.fault).toBeNull();
    expect(received(report)).toEqual(arrives);
  });

  test("the wrong next hop shows in the question: everybody is asked for B, who is on another link", async () => {
    const report = await onCourse({ nextHop: "routing/next-hop/mistakes/resolves-destination" }, toB);
    expect(new Set(framesOn(report, "A-SW"))).toEqual(
      new Set(["Who has 192.168.150.10? Tell 192.168.100.10"]),
    );
  });

  test("deliver uses the learner's own row: a lookup without default leaves nothing to send", async () => {
    const texts = { ...solutions, lookup: "routing/lookup/mistakes/default-forgotten" };
    const report = await onCourse(texts, "ping -c 1 198.51.100.80");
    expect(received(report)).toEqual([null]);
    expect(journalOf(report).some(({ kind }) => kind === "sent")).toBe(false);
  });

  test("ip route get asks deliver", async () => {
    const line = "ip route get 192.168.100.255";
    expect(outputs(await onCourse(solutions, line))).toContain("broadcast 192.168.100.255 dev eth0");
    const direct = { deliver: "routing/deliver/mistakes/broadcast-is-direct" };
    expect(outputs(await onCourse(direct, line))).toMatch(/^192\.168\.100\.255 dev eth0/);
  });
});

describe("a function that stops, stops the network, and says where", () => {
  test.each([
    ["arpStep", local, "M", toN],
    ["arpReply", local, "M", toN],
    ["lookup", course, "A", toB],
    ["nextHop", course, "A", toB],
    ["deliver", course, "A", toB],
    ["traceroute", course, "A", "traceroute 192.168.150.10"],
  ] as const)("%s", async (entry, figure, node, line) => {
    const throwing = `export function ${entry}() {\n  throw new Error("trop tôt");\n}\n`;
    const report = await runOn(figure, node, { [entry]: throwing }, [line]);
    expect(report.fault).toEqual({ entry, kind: "threw", detail: "Error: trop tôt", line: 2 });
    const nonsense = `export function ${entry}() {\n  return 42;\n}\n`;
    expect((await runOn(figure, node, { [entry]: nonsense }, [line])).fault).toMatchObject({
      entry,
      kind: "unusable",
      detail: "42",
    });
  });
});
