import { array, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { shortestPaths, type Vertex } from "#net/stack/shortest-paths.ts";
import { holds } from "../holds.ts";

/** `router("RT1 N1:3 N3:1")`, `network("N3 RT1 RT2")`: from a network the cost is 0. */
const vertex =
  (kind: Vertex["kind"]) =>
  (text: string): Vertex => {
    const [name = "", ...edges] = text.split(" ");
    return {
      name,
      kind,
      edges: edges.map((edge) => {
        const [to = "", cost = "0"] = edge.split(":");
        return { to, cost: Number(cost) };
      }),
    };
  };
const [router, network] = [vertex("router"), vertex("network")];

/** The sample autonomous system of RFC 2328 §2.1, figure 3. */
const sample = [
  ...[
    "RT1 N1:3 N3:1",
    "RT2 N2:3 N3:1",
    "RT3 N3:1 N4:2 RT6:8",
    "RT4 N3:1 RT5:8",
    "RT5 RT4:8 RT6:7 RT7:6 N12:8 N13:8 N14:8",
    "RT6 RT3:6 RT5:6 RT10:7",
    "RT7 RT5:6 N6:1 N12:2 N15:9",
    "RT8 N6:1 N7:4",
    "RT9 N9:1 N11:3",
    "RT10 RT6:5 N6:1 N8:3",
    "RT11 N8:2 N9:1",
    "RT12 N9:1 N10:2 H1:10",
  ].map(router),
  ...["N1", "N2", "N4", "N7", "N10", "N11", "N12", "N13", "N14", "N15", "H1"].map(network),
  ...["N3 RT1 RT2 RT3 RT4", "N6 RT7 RT8 RT10", "N8 RT10 RT11", "N9 RT9 RT11 RT12"].map(network),
];

test("from RT6 the costs and next hops are those of RFC 2328 §2.3, tables 2 and 3", () => {
  const tree = new Map(shortestPaths(sample, "RT6").map(({ added }) => [added.name, added]));
  const table = ["N1", "N2", "N3", "N4", "N6", "N7", "N8", "N9", "N10", "N11", "H1", "RT5", "RT7"].map(
    (name) => {
      const { nextHops = [], cost } = tree.get(name) ?? {};
      return `${name} ${nextHops.join("+")} ${cost}`;
    },
  );
  expect(table).toEqual([
    "N1 RT3 10",
    "N2 RT3 10",
    "N3 RT3 7",
    "N4 RT3 8",
    "N6 RT10 8",
    "N7 RT10 12",
    "N8 RT10 10",
    "N9 RT10 11",
    "N10 RT10 13",
    "N11 RT10 14",
    "H1 RT10 21",
    "RT5 RT5 6",
    "RT7 RT10 8",
  ]);
});

test("each step has the nearest candidate and what its edges brought", () => {
  const triangle = ["A B:1 C:5", "B A:1 C:2", "C A:5 B:2"].map(router);
  const shown = shortestPaths(triangle, "A").map(
    ({ added, candidates }) =>
      `${added.name} ${added.cost}: ${candidates.map(({ name, cost, parents }) => `${name} ${cost} by ${parents.join()}`).join(", ")}`,
  );
  expect(shown).toEqual(["A 0: B 1 by A, C 5 by A", "B 1: C 3 by B", "C 3: "]);
});

test("paths of one cost are all kept, on the link itself too", () => {
  const diamond = ["A B:1 C:1", "B A:1 D:1", "C A:1 D:1", "D B:1 C:1"].map(router);
  const [end] = shortestPaths(diamond, "A").slice(-1);
  expect(end?.added).toEqual({ name: "D", cost: 2, parents: ["B", "C"], nextHops: ["B", "C"] });
  const shared = [...["A N:5 B:1", "B A:1 N:4", "C N:1"].map(router), network("N A B C")];
  const paths = shortestPaths(shared, "A").map(({ added }) => [added.name, added.nextHops]);
  expect(paths).toEqual([
    ["A", [null]],
    ["B", ["B"]],
    ["N", [null, "B"]],
    ["C", ["C", "B"]],
  ]);
});

test("a network joins the tree before a router at the same distance", () => {
  const graph = [...["A R:2 N:2", "R A:2"].map(router), network("N")];
  expect(shortestPaths(graph, "A").map(({ added }) => added.name)).toEqual(["A", "N", "R"]);
});

test("a link that one end alone knows is none; nor is there a tree without its root", () => {
  const graph = ["A B:1", "B C:1", "C B:1"].map(router);
  expect(shortestPaths(graph, "A").map(({ added }) => added.name)).toEqual(["A"]);
  expect(shortestPaths(graph, "Z")).toEqual([]);
});

test("no edge leads to a shorter way than the tree has, and every parent accounts for its child's cost", () => {
  const names = ["A", "B", "C", "D", "E", "F"];
  const edge = record({
    from: constantFrom(...names),
    to: constantFrom(...names),
    cost: integer({ min: 1, max: 9 }),
  });
  holds(
    property(array(edge, { maxLength: 20 }), (list) => {
      const graph = names.map((name): Vertex => ({
        name,
        kind: "router",
        edges: list.flatMap(({ from, to, cost }) => [
          ...(from === name ? [{ to, cost }] : []),
          ...(to === name ? [{ to: from, cost }] : []),
        ]),
      }));
      const tree = new Map(shortestPaths(graph, "A").map(({ added }) => [added.name, added]));
      for (const { name, edges } of graph) {
        const here = tree.get(name);
        for (const { to, cost } of edges) {
          const there = tree.get(to);
          expect(there === undefined).toBe(here === undefined);
          if (here === undefined || there === undefined) continue;
          expect(there.cost).toBeLessThanOrEqual(here.cost + cost);
          const shortest = Math.min(...edges.filter((other) => other.to === to).map((other) => other.cost));
          if (there.parents.includes(name)) expect(there.cost).toBe(here.cost + shortest);
        }
      }
    }),
  );
});
