import { constantFrom, double, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { courseTopology } from "../../../../src/course/network/topology.ts";
import type { Fault } from "#net/simulator/faults.ts";
import type { JournalEntry } from "#net/simulator/journal.ts";
import { ping } from "#net/stack/programs/ping.ts";
import { traceroute } from "#net/stack/programs/traceroute.ts";
import { holds } from "../holds.ts";
import { ip } from "../stack/written.ts";
import { only, simulationOf } from "./build.ts";

const links = courseTopology.links.map(({ name }) => name);
const rate = double({ min: 0, max: 0.5, noNaN: true });
const scene = record({
  seed: integer(),
  size: integer({ min: 0, max: 4000 }),
  to: constantFrom<string>(
    "192.168.150.10",
    "192.168.200.10",
    "198.51.100.80",
    "192.168.150.77",
    "203.0.113.9",
  ),
  link: constantFrom(...links),
  loss: rate,
  duplication: rate,
  corruption: rate,
});

type Scene = {
  seed: number;
  size: number;
  to: string;
  link: string;
  loss: number;
  duplication: number;
  corruption: number;
};

function run({ seed, size, to, link, loss, duplication, corruption }: Scene): readonly JournalEntry[] {
  const faults: Fault[] = [
    { kind: "loss", link, rate: loss },
    { kind: "duplication", link, rate: duplication },
    { kind: "corruption", link, rate: corruption },
    { kind: "delay", link, ms: 3, jitter: 20 },
  ];
  const simulation = simulationOf(courseTopology, { seed, faults });
  simulation.start("A", ping({ destination: ip(to), count: 2, size, wait: 2000 }));
  simulation.start("C", traceroute({ destination: ip(to), probes: 1, maxTtl: 4 }), 5);
  expect(simulation.runUntilIdle(20_000)).toBe("done");
  return simulation.journal;
}

test("the same seed gives the same journal", () => {
  holds(
    property(scene, (given) => {
      expect(run(given)).toEqual(run(given));
    }),
    20,
  );
});

test("another seed gives another one, as soon as chance has a part in it", () => {
  const given = {
    seed: 1,
    size: 56,
    to: "192.168.150.10",
    link: links[0] ?? "",
    loss: 0.3,
    duplication: 0.3,
    corruption: 0,
  };
  expect(run(given)).not.toEqual(run({ ...given, seed: 2 }));
});

test("every frame that is sent comes out somewhere or is written down as lost", () => {
  holds(
    property(scene, (given) => {
      const journal = run(given);
      const ends = new Set([
        ...only(journal, "received").map(({ frame }) => frame),
        ...only(journal, "lost").map(({ frame }) => frame),
      ]);
      expect(only(journal, "sent").filter(({ frame }) => !ends.has(frame))).toEqual([]);
    }),
    30,
  );
});

test("every packet that a station receives has a consequence, unless it waits for other fragments", () => {
  holds(
    property(scene, (given) => {
      const journal = run(given);
      const causes = new Set(journal.map(({ because }) => because));
      const idle = only(journal, "received").filter(({ n, bytes }) => {
        const ipv4 = bytes[12] === 8 && bytes[13] === 0;
        const fragment = ((bytes[20] ?? 0) & 0x3f) !== 0 || (bytes[21] ?? 0) !== 0;
        return ipv4 && !fragment && !causes.has(n);
      });
      expect(idle).toEqual([]);
    }),
    30,
  );
});

test("entries are numbered, times never go back, and a cause stands before what follows from it", () => {
  holds(
    property(scene, (given) => {
      const journal = run(given);
      for (const [i, { n, at, because }] of journal.entries()) {
        expect(n).toBe(i);
        expect(at).toBeGreaterThanOrEqual(journal[i - 1]?.at ?? 0);
        expect(because ?? -1).toBeLessThan(n);
      }
    }),
    10,
  );
});
