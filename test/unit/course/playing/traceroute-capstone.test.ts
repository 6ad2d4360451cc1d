import { beforeAll, expect, test } from "vitest";
import type { Engine } from "../../../../src/course/grading/engine.ts";
import { play } from "../../../../src/course/playing/play.ts";
import { loadEngine } from "../../../../src/worker/engine-node.ts";
import { expectAsListed, listed, mistakesOf, shownBy, type MistakeTable, type Shown } from "./capstones.ts";
import { networkOf, source } from "./course.ts";

/**
 * Capstone 09.4: every wrong traceroute of the exercise on A of the course's network, across three right routers
 * (capstone 09.5). Nothing hangs, and the tables say what a learner sees of each.
 */
const commands: readonly (readonly [name: string, node: string, line: string])[] = [
  ["to B", "A", "traceroute 192.168.150.10"],
  ["to R1", "A", "traceroute 192.168.100.1"],
  // R2 asks for three seconds who has this address, then says that nobody does: in time for the tenth probe.
  ["to nobody", "A", "traceroute 192.168.150.99"],
  ["", "R2", "ip route del 0.0.0.0/0"],
  ["refused", "A", "traceroute 198.51.100.80"],
];
const names = commands.map(([name]) => name);

/** Hops in one line each, without times. */
const summary = (output: readonly string[]): string =>
  output
    .slice(1)
    .map((line) =>
      line
        .replaceAll(/[\d.]+ ms/g, "ms")
        .replaceAll(/ +/g, " ")
        .trim(),
    )
    .join("; ");

let engine: Engine;
const shown = async (file: string): Promise<Shown> => {
  const functions = [
    { entry: "route", source: source("routing/router/solution"), nodes: ["R1", "R2", "R3"] },
    { entry: "traceroute", source: source(file), nodes: ["A"] },
  ];
  const typed = commands.map(([, node, line]) => ({ node, line }));
  const report = await play(engine, { figure: networkOf("document"), seed: 1, functions, commands: typed });
  const times = [...(report.typed[0]?.output[1] ?? "").matchAll(/([\d.]+) ms/g)].map(([, time]) => time);
  return { ...shownBy(report, names, summary), "times of R1": times.join(" ") };
};

const [R1, R2, B] = ["192.168.100.1", "192.168.50.2", "192.168.150.10"];
const hop = (ttl: number, from: string, answers = 3): string => `${ttl} ${from}${" ms".repeat(answers)}`;
const route = (...hops: string[]): string => hops.join("; ");
/** Hops that look alike. */
const run = (first: number, last: number, one: (ttl: number) => string): string =>
  route(...Array.from({ length: last - first + 1 }, (_, i) => one(first + i)));
const silent = (first: number, last: number): string => run(first, last, (ttl) => `${ttl} * * *`);
const twoRouters = route(hop(1, R1), hop(2, R2));

const neverStops = {
  "to B": route(
    twoRouters,
    run(3, 30, (ttl) => hop(ttl, B)),
  ),
};
const oneProbe = { "to B": route(hop(1, R1, 1), hop(2, R2, 1), hop(3, B, 1)) };
const startsAtZero = { "to B": route(hop(0, R1), twoRouters, hop(3, B)) };
const stopsAtStar = { "to nobody": route(twoRouters, "3 * * *") };
/** What R2 says about the first probe of hop 3 is taken for the answer to one of hop 4, which has the same port. */
const lateReply = { "to nobody": route(twoRouters, "3 * * *", `4 ${R2} ms * *`) };

const table: MistakeTable = {
  seen: {
    average: { ...oneProbe, "times of R1": "5.333" },
    "average.2": { "times of R1": "5.333 5.333 5.333" },
    "crashes-on-silence": { fault: "threw" },
    "goes-on-after-refusal": {
      refused: route(
        hop(1, R1),
        run(2, 30, (ttl) => hop(ttl, R2)),
      ),
    },
    "last-hop-left-out": { "to B": twoRouters, "to R1": "" },
    "late-replies-counted": lateReply,
    "max-ttl-left-out": { "to nobody": route(twoRouters, silent(3, 29)) },
    "never-stops": neverStops,
    "never-stops.2": neverStops,
    "one-probe-only": oneProbe,
    "port-restarts": lateReply,
    "router-taken-for-destination": { "to B": hop(1, R1) },
    "router-taken-for-destination.2": { "to B": hop(1, R1) },
    "same-port": lateReply,
    "silent-hops-left-out": { "to nobody": twoRouters },
    "silent-probes-left-out": { "to nobody": route(twoRouters, run(3, 30, String)) },
    "starts-at-zero": startsAtZero,
    "starts-at-zero.2": startsAtZero,
    "stops-at-star": stopsAtStar,
    "stops-at-star.2": stopsAtStar,
    "stops-at-star.3": { "to nobody": twoRouters },
    "stops-before-last-probes": { "to B": route(twoRouters, hop(3, B, 1)) },
  },
  unseen: {
    "first-address-for-all": "one router answers all probes of a hop",
    "port-fixed-33434": "the program begins with that port",
    "port-one-too-far": "nobody on the way minds the port",
    "port-per-ttl": "late answers come within another hop",
    "reached-on-any-unreachable": "the program does not write `reached`",
    "refusal-wins": "the program does not write `reached`",
    "three-probes-always": "the program asks for three",
    "whole-reply-listed": "the program writes only what it knows",
  },
};

let reference: Shown;
beforeAll(async () => {
  engine = await loadEngine();
  reference = await shown("icmp/traceroute/solution");
});

test("the model solution finds every hop", () => {
  expect(reference).toEqual({
    fault: null,
    "to B": route(twoRouters, hop(3, B)),
    "to R1": hop(1, R1),
    "to nobody": route(twoRouters, silent(3, 30)),
    refused: route(twoRouters, hop(3, R2)),
    // The first probe waits for ARP: 4 ms more. A link takes 1 ms, and the switch makes two of one.
    "times of R1": "8.000 4.000 4.000",
  });
});

test("each mistake of the folder stands in one table", () => {
  expect(listed(table)).toEqual(mistakesOf("icmp/traceroute").toSorted());
});

test.each(mistakesOf("icmp/traceroute"))("%s", async (mistake) => {
  expectAsListed(mistake, await shown(`icmp/traceroute/mistakes/${mistake}`), reference, table);
});
