import { performance } from "node:perf_hooks";
import type { Effort, Figure, Section } from "./figure.ts";
import { busySimulation, largeTopology } from "./large-network.ts";
import { spreadOf, write, writeSpread } from "./statistics.ts";

/** Each frame, timer and start is an event; a million of them among a thousand nodes is the goal of issue 3. */
type Sample = { readonly perSecond: number; readonly entries: number };

function run(nodes: number, events: number): Sample {
  let entries = 0;
  const simulation = busySimulation(largeTopology(nodes), () => {
    entries++;
  });
  const start = performance.now();
  if (simulation.runUntil(Infinity, events) !== "limit") throw new Error("the simulation came to rest");
  return { perSecond: (events * 1000) / (performance.now() - start), entries };
}

/** Events a second of the simulator, and how they change with the number of nodes and of events. */
export function simulatorFigures({ quick }: Effort): Section {
  const [few, many] = quick ? [10_000, 100_000] : [100_000, 1_000_000];
  run(100, few); // compiles
  const rounds = Array.from({ length: quick ? 1 : 3 }, () => ({
    small: run(100, few),
    large: run(1000, few),
    long: run(1000, many),
  }));
  const figure = (name: string, of: (round: (typeof rounds)[number]) => number, unit: string): Figure => ({
    name,
    reached: writeSpread(spreadOf(rounds.map(of)), unit),
  });
  const entries = rounds[0]?.long.entries ?? 0;
  return {
    title: "Events a second of the simulator",
    note:
      `Pings between hosts in LANs behind switches and routers; ${rounds.length} rounds. A frame that arrives, a ` +
      `timer or a program's start is one event; ${write(many)} of them wrote ${write(entries)} journal entries, ` +
      "which were counted and not kept.",
    figures: [
      figure(`101 nodes, ${write(few)} events`, ({ small }) => small.perSecond, " /s"),
      figure(`1001 nodes, ${write(few)} events`, ({ large }) => large.perSecond, " /s"),
      figure(`1001 nodes, ${write(many)} events`, ({ long }) => long.perSecond, " /s"),
      figure(
        "time an event, 1001 nodes / 101",
        ({ small, large }) => small.perSecond / large.perSecond,
        " ×",
      ),
      figure(
        `time an event, ${write(many)} events / ${write(few)}`,
        ({ large, long }) => large.perSecond / long.perSecond,
        " ×",
      ),
    ],
  };
}
