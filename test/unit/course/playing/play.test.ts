import { beforeAll, describe, expect, test } from "vitest";
import { play } from "../../../../src/course/playing/play.ts";
import type { PlayReport, PlayRequest } from "../../../../src/course/playing/request.ts";
import type { Engine } from "../../../../src/course/grading/engine.ts";
import { loadEngine } from "../../../../src/worker/engine-node.ts";
import { networkOf, outputs, source, stationsOf, typedOn } from "./course.ts";

const figure = networkOf("document");
const routers = ["R1", "R2", "R3"];
const everybody = stationsOf(figure);
const solutions: PlayRequest["functions"] = [
  { entry: "route", source: source("routing/router/solution"), nodes: routers },
  { entry: "icmpEchoReply", source: source("icmp/echo-reply/solution"), nodes: everybody },
  { entry: "arpReply", source: source("arp/answer-request/solution"), nodes: everybody },
  { entry: "lookup", source: source("routing/lookup/solution"), nodes: ["A", "B", "C", "S", "FAI"] },
  { entry: "ipChecksum", source: source("ipv4/checksum/solution"), nodes: ["A", "B", "C", "S", "FAI"] },
  { entry: "decrementTtl", source: source("ipv4/decrement-ttl/solution"), nodes: ["FAI"] },
  { entry: "traceroute", source: source("icmp/traceroute/solution"), nodes: ["A"] },
];

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const run = (
  functions: PlayRequest["functions"],
  lines: readonly string[] = ["ping -c 1 192.168.150.10"],
): Promise<PlayReport> => play(engine, typedOn(figure, "A", functions, lines));
const withRoute = (text: string): PlayRequest["functions"] => [
  { entry: "route", source: text, nodes: routers },
];

describe("the learner's functions carry the packets", () => {
  test("with every model solution, ping and the learner's traceroute cross three routers", async () => {
    const report = await run(solutions, [
      "ping -c 2 192.168.150.10",
      "ping -c 1 192.168.200.10",
      "ping -c 1 -t 1 192.168.150.10",
      "traceroute 192.168.150.10",
    ]);
    expect(report.fault).toBeNull();
    const text = outputs(report);
    expect(text).toContain("2 packets transmitted, 2 received, 0% packet loss");
    expect(text).toContain("from 192.168.150.10: icmp_seq=1 ttl=62");
    expect(text).toContain("from 192.168.200.10: icmp_seq=1 ttl=63");
    expect(text).toContain("From 192.168.100.1 icmp_seq=1 Time to live exceeded");
    const hops = report.typed.at(-1)?.output.slice(1) ?? [];
    expect(hops.map((line) => /\d+ {2}(\S+)/.exec(line)?.[1])).toEqual([
      "192.168.100.1",
      "192.168.50.2",
      "192.168.150.10",
    ]);
  });

  test("the same frames leave as with the reference", async () => {
    const [learner, reference] = await Promise.all([run(solutions.slice(0, 4)), run([])]);
    const sent = ({ journal }: PlayReport): unknown[] =>
      journal.filter(
        (entry) => typeof entry === "object" && entry !== null && "kind" in entry && entry["kind"] === "sent",
      );
    expect(sent(learner).length).toBe(sent(reference).length);
  });

  test("a router that keeps the old checksum sends what the next node drops", async () => {
    const mistake = source("routing/router/mistakes/checksum-kept");
    const report = await run(withRoute(mistake));
    expect(report.fault).toBeNull();
    expect(outputs(report)).toContain("100% packet loss");
    expect(JSON.stringify(report.journal)).toContain('"reason":"bad-header"');
  });

  test("the same request gives the same report", async () => {
    expect(await run(solutions)).toEqual(await run(solutions));
  });
});

describe("a function that cannot answer ends the play, and is named", () => {
  test.each([
    ["throws", "export function route() {\n  return undefined.x;\n}", { kind: "threw", line: 2 }],
    ["never ends", "export function route() { for (;;); }", { kind: "out-of-budget" }],
    ["gives nonsense", "export function route() { return 42; }", { kind: "unusable" }],
    ["gives a promise", "export async function route() {}", { kind: "unusable" }],
    ["is not there", "export const x = 1;", { kind: "not-opened" }],
    ["is no TypeScript", "export function route( {", { kind: "not-opened", line: 1 }],
  ])("%s", async (_, text, fault) => {
    const report = await run(withRoute(text));
    expect(report.fault).toMatchObject({ entry: "route", ...fault });
  });
});
