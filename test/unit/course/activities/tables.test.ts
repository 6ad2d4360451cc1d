import { describe, expect, test } from "vitest";
import { explain } from "#course/activities/explain.ts";
import { runTables, tablesMistakes } from "#course/activities/grade-tables.ts";
import { itemsOf } from "#course/activities/items.ts";
import { partSchema } from "#course/activities/parts.ts";
import { withTable } from "#course/activities/pings.ts";
import { toAddress, toPathNetwork, toRoute } from "#course/network/host.ts";
import { tracePath } from "#net/stack/trace-path.ts";
import { rightTables, withRow } from "./right-tables.ts";

const fill = [
  { node: "R2", rows: 6 },
  { node: "B", rows: 3 },
];
const dead = (value: readonly string[]) => runTables(fill, value).pings.filter(({ death }) => death !== null);
const rows = (...all: readonly (readonly string[])[]): readonly string[] => all.flat();
const blank = ["", "", "", ""];

describe("tables under which every ping works are right", () => {
  test("the document's own form; there are twenty pings", () => {
    expect(tablesMistakes(fill, rightTables)).toEqual([]);
    expect(runTables(fill, rightTables).pings).toHaveLength(20);
  });

  test.each([
    ["the form of route -n", "0.0.0.0"],
    ["a dash", "—"],
    ["nothing", ""],
  ])("directly connected written as %s", (_, gateway) => {
    expect(tablesMistakes(fill, withRow(1, ["192.168.150.0", "255.255.255.0", gateway, "if2"]))).toEqual([]);
  });

  test("CIDR, a mask as a length, and an empty line in between", () => {
    const value = rows(
      ["192.168.150.0/24", "", "-", "if2"],
      blank,
      ["192.168.100.0", "/24", "192.168.50.1", "if1"],
      ["192.168.200.0", "24", "192.168.50.1", "if1"],
      ["défaut", "", "203.0.113.1", "if3"],
      ["192.168.50.0/24", "", "", "if1"],
      ["192.168.150.0/24", "", "", "eth0"],
      blank,
      ["default", "0.0.0.0", "192.168.150.1", "eth0"],
    );
    expect(tablesMistakes(fill, value)).toEqual([]);
  });

  test("one wider route in the place of two, and an interface alone on the point-to-point link", () => {
    const value = rows(
      ["192.168.0.0", "255.255.0.0", "", "if1"],
      ["192.168.150.0", "255.255.255.0", "", "if2"],
      ["default", "", "203.0.113.1", "if3"],
      ...[blank, blank, blank],
      ["default", "", "192.168.150.1", "eth0"],
      ...[blank, blank],
    );
    expect(tablesMistakes(fill, value)).toEqual([]);
  });
});

describe("a wrong table says which ping dies where", () => {
  test("no way back to A: the request arrives, the answer loops between R2 and the provider", () => {
    const first = dead(withRow(2, null))[0];
    expect(first).toMatchObject({
      from: { node: "A" },
      to: { node: "B" },
      death: { way: "back", outcome: "loop", path: ["B", "R2", "FAI", "R2"] },
    });
  });

  test("no route to 192.168.200.0: pings from C die on the way back", () => {
    const lost = dead(withRow(3, null)).map(({ from, to }) => `${from.node}-${to.node}`);
    expect(lost).toEqual(["B-C", "C-B", "C-S", "C-D", "S-C", "D-C"]);
  });

  test("the default route of R2 back to R1 is a loop", () => {
    const value = withRow(4, ["default", "", "192.168.50.1", "if1"]);
    expect(tablesMistakes(fill, value)).toEqual(["loop@R1", "loop@R2"]);
  });

  test("a route to the one server that is drawn is no route to the Internet", () => {
    const value = withRow(4, ["198.51.100.0", "/24", "203.0.113.1", "if3"]);
    expect(dead(value).every(({ from, to }) => from.node === "D" || to.node === "D")).toBe(true);
    expect(dead(value).length).toBeGreaterThan(0);
  });

  test("no row for a network that an interface is in: the table is all that the machine knows", () => {
    expect(dead(withRow(1, null))[0]).toMatchObject({
      death: { outcome: "loop", path: ["A", "R1", "R2", "FAI", "R2"] },
    });
  });

  test("a wrong row for such a network is believed", () => {
    const value = withRow(1, ["192.168.150.0", "255.255.255.0", "192.168.50.1", "if1"]);
    expect(dead(value)[0]).toMatchObject({ death: { outcome: "loop", path: ["A", "R1", "R2", "R1"] } });
  });

  test("a gateway that nobody has", () => {
    const value = withRow(7, ["default", "", "192.168.150.9", "eth0"]);
    expect(tablesMistakes(fill, value)).toEqual(["dead-gateway@B"]);
  });

  test("B without a default route", () => {
    expect(tablesMistakes(fill, withRow(7, null))).toEqual(["no-route@B"]);
  });
});

describe("a machine that knows what its table says and nothing else", () => {
  const host = (ip: string): Host => ({
    ifaces: [{ name: "eth0", ip, prefix: 24, up: true }],
    routes: [],
    forwarding: false,
  });
  const outcome = (dest: Cidr, to: Ip) => {
    const network = toPathNetwork({ A: host("10.0.0.1"), B: host(to) });
    const table = [toRoute({ dest, gateway: null, iface: "eth0", metric: 0 })];
    const A = network["A"];
    if (A === undefined) throw new Error("no A");
    return tracePath({ ...network, A: withTable(A, table) }, "A", toAddress(to)).outcome;
  };

  test.each([
    ["10.0.0.0/24", "10.0.0.200", "delivered"],
    ["10.0.0.0/25", "10.0.0.100", "delivered"],
    ["10.0.0.0/25", "10.0.0.200", "no-route"],
    ["10.0.0.0/16", "10.0.0.200", "delivered"],
  ] as const)("a row for %s, a packet for %s: %s", (dest, to, expected) => {
    expect(outcome(dest, to)).toBe(expected);
  });
});

test("words say which way the packet was going, and where it died", () => {
  const part = partSchema.parse({
    ...{ id: "t", kind: "tables", title: "T", network: "course", fill, given: [], good: "Oui." },
    faults: Object.fromEntries(faults.map((fault) => [fault, `${fault} {node} {at} {gateway}`])),
    dies: Object.fromEntries(deaths.map((death) => [death, `${death} {from} {to} {address} {node}`])),
    back: "retour {from} {to}:",
  });
  const [item] = itemsOf(part);
  const said = (value: readonly string[]) => (item === undefined ? [] : explain(part, item, value));
  expect(said(rightTables)).toEqual(["Oui."]);
  expect(said(withRow(7, null))).toEqual(["retour A B: no-route A B 192.168.100.10 B"]);
  expect(said(withRow(4, null))).toEqual(["no-route A S 198.51.100.80 R2"]);
  expect(said(withRow(7, ["default", "", "192.168.100.1", "eth0"]))).toEqual([
    "gateway-off-link B 2 192.168.100.1",
  ]);
});

const faults = [
  "incomplete",
  "not-an-address",
  "not-a-mask",
  "host-bits",
  "gateway-is-self",
  "gateway-invalid",
  "gateway-off-link",
];
const deaths = ["no-route", "loop", "not-a-router", "dead-gateway"];

describe("a row that the machine would not take", () => {
  test.each([
    ["gateway-off-link", 7, ["default", "", "192.168.100.1", "eth0"], "B"],
    ["gateway-is-self", 2, ["192.168.100.0", "/24", "192.168.150.1", "if1"], "R2"],
    ["gateway-invalid", 7, ["default", "", "192.168.150.255", "eth0"], "B"],
    ["host-bits", 2, ["192.168.100.10", "/24", "192.168.50.1", "if1"], "R2"],
    ["not-a-mask", 2, ["192.168.100.0", "255.0.255.0", "192.168.50.1", "if1"], "R2"],
    ["not-an-address", 2, ["192.168.100", "/24", "192.168.50.1", "if1"], "R2"],
    ["not-an-address", 2, ["192.168.100.0", "/24", "R1", "if1"], "R2"],
    ["incomplete", 2, ["192.168.100.0", "/24", "192.168.50.1", ""], "R2"],
    ["incomplete", 2, ["192.168.100.0", "", "192.168.50.1", "if1"], "R2"],
  ] as const)("%s", (fault, at, row, node) => {
    expect(tablesMistakes(fill, withRow(at, row))).toEqual([`${fault}@${node}`]);
    expect(runTables(fill, withRow(at, row)).pings).toEqual([]);
  });
});
