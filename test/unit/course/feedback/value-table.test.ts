import { describe, expect, test } from "vitest";
import { encodeValue } from "#course/exercise/value.ts";
import { fr } from "#course/feedback/fr/index.ts";
import { valueView } from "#course/feedback/value-view.ts";

const view = (value: unknown) => valueView("table", encodeValue(value), { kind: "value" }, fr.values);
const text = (value: unknown): string => view(value).text;
const hasParts = (value: unknown): boolean => view(value).parts !== undefined;

const routes = [
  { dest: "0.0.0.0/0", gateway: "192.168.100.1", iface: "eth0", metric: 100 },
  { dest: "192.168.100.0/24", gateway: null, iface: "eth0", metric: 0 },
];
const host = { ifaces: [{ name: "eth0", ip: null, prefix: 24, up: true }], routes, forwarding: false };

describe("a list of like records", () => {
  test("is a table, its columns aligned in text", () => {
    expect(view(routes).parts).toEqual([
      {
        path: "",
        text: "",
        table: {
          columns: ["dest", "gateway", "iface", "metric"],
          rows: [
            ["0.0.0.0/0", "192.168.100.1", "eth0", "100"],
            ["192.168.100.0/24", "null", "eth0", "0"],
          ],
          more: null,
        },
      },
    ]);
    expect(text(routes)).toBe(
      [
        "dest              gateway        iface  metric",
        "0.0.0.0/0         192.168.100.1  eth0   100",
        "192.168.100.0/24  null           eth0   0",
      ].join("\n"),
    );
  });

  test("inside an object stands under its path, the rest beside it", () => {
    expect(text(host)).toBe(
      [
        "ifaces:",
        "  name  ip    prefix  up",
        "  eth0  null  24      true",
        "routes:",
        ...text(routes)
          .split("\n")
          .map((line) => `  ${line}`),
        "forwarding: false",
      ].join("\n"),
    );
  });

  test("is found in hosts of a network, one that has an empty table too", () => {
    const network = { A: host, R1: { ...host, routes: [] } };
    expect(view(network).parts?.map(({ path }) => path)).toEqual([
      "A.ifaces",
      "A.routes",
      "A.forwarding",
      "R1.ifaces",
      "R1.routes",
      "R1.forwarding",
    ]);
    expect(text(network)).toContain("R1.routes: []");
  });

  test("may lack a member here and there", () => {
    expect(
      text([
        { name: "a", up: true },
        { name: "b", pointToPoint: true },
      ]),
    ).toBe(["name  up    pointToPoint", "a     true", "b           true"].join("\n"));
  });

  test("is cut when it is long, and says so", () => {
    const table = view(Array.from({ length: 41 }, (_, n) => ({ n, m: 0 }))).parts?.[0]?.table;
    expect(table?.rows).toHaveLength(40);
    expect(table?.more).toContain("41");
    expect(text(Array.from({ length: 41 }, (_, n) => ({ n, m: 0 }))).split("\n")).toHaveLength(42);
  });
});

test("text that looks like another type keeps its quotes", () => {
  expect(text([{ a: "2", b: 2 }])).toContain('"2"  2');
  expect(text([{ a: "null", b: null }])).toContain('"null"  null');
  expect(text([{ a: "", b: "two words" }])).toContain('""  "two words"');
  expect(text([{ a: undefined, b: -0 }])).toContain("undefined  -0");
  expect(text([{ a: "unknown-interface", b: "0a:22:33:44:55:66" }])).not.toContain('"');
});

test.each([
  ["an empty list", []],
  ["a list of numbers", [1, 2]],
  ["records of one member", [{ a: 1 }]],
  ["records with bytes", [{ a: 1, b: new Uint8Array(2) }]],
  ["records with lists", [{ a: 1, b: [1] }]],
  ["records among other things", [{ a: 1, b: 2 }, null]],
  ["long texts", [{ a: "x".repeat(60), b: 1 }]],
  ["many members", [Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`m${i}`, i]))]],
  ["one record", { a: 1, b: 2 }],
  ["nothing", null],
])("%s: no table", (_, value) => {
  expect(hasParts(value)).toBe(false);
});
