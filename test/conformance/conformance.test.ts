import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { FuzzedParser } from "../fuzz/parser.ts";
import { readersOutside } from "./adapters/inside.ts";
import { isFault, printResult, runFolder } from "./runner.ts";
import { notYetCovered, suites, upstreamSuites } from "./suites.ts";
import { upstreamFolder } from "./upstream.ts";

const data = fileURLToPath(new URL("data", import.meta.url));
const results = runFolder(data);

describe("vectors of other implementations", () => {
  test.each(
    results
      .filter((result) => result.kind !== "not-yet-covered")
      .map((result) => [result.name, result] as const),
  )("%s", (_, result) => {
    expect(isFault(result), printResult(result)).toBe(false);
    if (result.kind === "run") expect(result.report.passed).toBeGreaterThan(0);
  });

  test("every file that has a suite is here", () => {
    const run = results.filter(({ kind, name }) => kind === "run" && !name.endsWith(".tshark.json"));
    expect(run.map(({ name }) => name)).toEqual(Object.keys(suites).sort());
  });

  test("all 51 captures are here", () => {
    expect(results.filter(({ name }) => name.endsWith(".tshark.json")).length).toBe(51);
  });

  test("no file is both covered and listed as not yet covered", () => {
    expect(notYetCovered.filter((name) => name in suites)).toEqual([]);
  });
});

describe.each(existsSync(upstreamFolder) ? [upstreamFolder] : [])(
  "other projects' vectors, in %s",
  (folder) => {
    const upstream = runFolder(folder);
    test.each(upstream.map((result) => [result.name, result] as const))("%s", (_, result) => {
      expect(isFault(result), printResult(result)).toBe(false);
    });

    test("every suite finds its file", () => {
      const run = upstream.map(({ name }) => name).filter((name) => name in upstreamSuites);
      expect(run).toEqual(Object.keys(upstreamSuites).sort());
    });
  },
);

test("a file that nobody knows is a fault, a missing one is not", () => {
  const elsewhere = fileURLToPath(new URL("../fixtures/conformance", import.meta.url));
  expect(existsSync(elsewhere)).toBe(true);
  expect(runFolder(elsewhere).map(({ name, kind }) => [name, kind])).toEqual([
    ["ipv4/checksum.json", "run"],
    ["ipv4/header.json", "broken"],
    ["ipv4/news.json", "unknown"],
    ["ipv4/options.json", "run"],
  ]);
});

test("a wrong expectation is reported with input, expected and actual", () => {
  const elsewhere = fileURLToPath(new URL("../fixtures/conformance", import.meta.url));
  const printed = runFolder(elsewhere).map(printResult);
  expect(printed[0]).toBe(
    [
      "ipv4/checksum: 1 passed, 1 failed",
      '  input    {"hex":"0001f203f4f5f6f7","checksum":1}',
      "  checksum",
      "    expected 1",
      "    actual   8717",
    ].join("\n"),
  );
  expect(printed[3]).toMatch(/^ipv4\/options: 0 passed, 1 failed\n {2}input {4}\{"optionsHex":4\}/);
});

test("a reader that throws, and one that reads outside of its packet, are named", () => {
  const readers: FuzzedParser[] = [
    { name: "inside", layer: "udp", parse: (bytes) => bytes.subarray(0, 99) },
    {
      name: "behind",
      layer: "udp",
      parse: ({ buffer, byteOffset }) => new Uint8Array(buffer)[byteOffset + 60],
    },
    {
      name: "before",
      layer: "udp",
      parse: ({ buffer, byteOffset }) => new Uint8Array(buffer)[byteOffset - 15],
    },
    {
      name: "throws",
      layer: "udp",
      parse: () => {
        throw new RangeError("length");
      },
    },
  ];
  expect(readersOutside(new Uint8Array(60), readers)).toEqual(["behind", "before", "throws"]);
});
