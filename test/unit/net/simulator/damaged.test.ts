import { array, constantFrom, integer, property, record, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { courseTopology } from "../../../../src/course/network/topology.ts";
import { ping } from "#net/stack/programs/ping.ts";
import { replay } from "#net/stack/programs/replay.ts";
import { createNode, type NodeState } from "#net/stack/host/node.ts";
import { stepNode } from "#net/stack/host/step.ts";
import { holds } from "../holds.ts";
import { ip } from "../stack/written.ts";
import { networkOf, only, simulationOf } from "./build.ts";

/** Every frame of two pings and of the answers to a few odd packets: what damage is done to. */
function frames(): Uint8Array[] {
  const simulation = simulationOf(courseTopology);
  simulation.start("A", ping({ destination: ip("192.168.150.10"), count: 1, size: 2000 }));
  simulation.start("A", ping({ destination: ip("192.168.200.10"), count: 1, ttl: 1 }));
  simulation.start("A", replay([{ at: 0, packet: new Uint8Array(20) }]));
  simulation.runUntilIdle();
  return only(simulation.journal, "sent").map(({ bytes }) => bytes);
}

const router = (): NodeState => {
  const station = networkOf(courseTopology).stations.find(({ name }) => name === "R1");
  if (station === undefined) throw new Error("R1");
  return createNode({ ...station, behaviour: {}, seed: 1 });
};

test("whatever a link brings, a node goes on", () => {
  const sound = frames();
  const damage = record({
    frame: constantFrom(...sound),
    bytes: array(record({ at: integer({ min: 0, max: 80 }), value: integer({ min: 0, max: 255 }) }), {
      maxLength: 6,
    }),
    cut: integer({ min: 0, max: 200 }),
    on: constantFrom("if1", "if2"),
  });
  holds(
    property(array(damage, { minLength: 1, maxLength: 8 }), (list) => {
      let node = router();
      for (const [i, { frame, bytes, cut, on }] of list.entries()) {
        const broken = frame.slice(0, cut > 150 ? undefined : cut);
        for (const { at, value } of bytes) if (at < broken.length) broken[at] = value;
        const step = stepNode(node, { kind: "frame", interface: on, bytes: broken }, i * 400);
        expect(step.actions.length).toBeLessThan(50);
        ({ node } = step);
        ({ node } = stepNode(node, { kind: "timer" }, i * 400 + 200));
      }
    }),
    400,
  );
});

test("so does one that gets nothing but noise", () => {
  holds(
    property(uint8Array({ maxLength: 120 }), constantFrom("if1", "if2", "if9"), (bytes, on) => {
      const { actions } = stepNode(router(), { kind: "frame", interface: on, bytes }, 0);
      expect(actions.length).toBeGreaterThan(0);
    }),
    400,
  );
});
