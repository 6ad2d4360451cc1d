import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { fromHex } from "#net/bytes/hex.ts";
import { fuzz, printLine } from "./fuzz.ts";
import { parsers } from "./parsers.ts";
import { loadSeeds } from "./seeds.ts";

const module = (path: string): URL => new URL(path, import.meta.url);
const rounds = { seed: 20_261_122, until: { inputs: 3000 }, backstop: 60_000 };

/** A busy machine takes its time: only what does not end fails. */
vi.setConfig({ testTimeout: 600_000 });

test("no parser throws, grows, changes its input or fails to end", async () => {
  const lines = await fuzz({ ...rounds, parsers: module("parsers.ts") });
  expect(lines.filter(({ failure }) => failure !== null).map(printLine)).toEqual([]);
  expect(lines.map(({ name, inputs }) => [name, inputs])).toEqual(
    parsers.map(({ name }) => [name, rounds.until.inputs]),
  );
});

test("every parser and every layout of src/net is fuzzed", async () => {
  const fuzzed = new Set(parsers.map(({ name }) => name));
  // These read a topology and an event of a program, no bytes from outside.
  const others = ["readStation", "readNat", "readHopAnswer"];
  const net = fileURLToPath(module("../../src/net"));
  const files = readdirSync(net, { recursive: true, encoding: "utf8" }).filter(
    // Readers of single numbers read 0 beyond the end, and have tests of their own.
    (file) => file.endsWith(".ts") && file !== "bytes/big-endian.ts",
  );
  const modules = await Promise.all(files.map((file) => import(`${net}/${file}`) as Promise<object>));
  const exported = modules.flatMap((exports) => Object.keys(exports));
  const readers = exported.filter((name) =>
    /^(parse|read|decode)[A-Z]|^(fromHex|splitFcs|walkExtensionHeaders)$|Layout$/.test(name),
  );
  expect(readers.filter((name) => !fuzzed.has(name) && !others.includes(name))).toEqual([]);
  expect(readers.length).toBeGreaterThan(50);
});

test("the captures give seeds for every layer", () => {
  const bare = Object.entries(loadSeeds()).filter(([, seeds]) => seeds.length === 0);
  expect(bare).toEqual([]);
});

test("a parser that throws, grows, changes its input or keeps memory is named", async () => {
  const options = {
    ...rounds,
    until: { inputs: 2000 },
    parsers: module("../fixtures/fuzz/faulty-parsers.ts"),
  };
  const lines = await fuzz(options);
  expect(lines.map(({ name, failure }) => [name, failure?.reason.replace(/\d+/g, "N") ?? null])).toEqual([
    ["sound", null],
    ["throws", "throws RangeError: first byte"],
    ["grows", "grows: N bytes give N"],
    ["changes", "changes its input"],
    ["keeps", "keeps memory"],
  ]);
  expect(lines[1]?.failure?.hex.slice(0, 2)).toBe("ff");
  expect(await fuzz(options)).toEqual(lines);
});

test("a parser that does not end is stopped, and named with the input at which it stands", async () => {
  const endless = module("../fixtures/fuzz/endless-parser.ts");
  const [line] = await fuzz({ ...rounds, parsers: endless, backstop: 500 });
  expect(line).toMatchObject({ name: "endless", failure: { reason: "does not end" } });
  expect(fromHex(line?.failure?.hex ?? "")).toContain(0);
});

test("a parser that takes all memory for one input is named with it", async () => {
  const greedy = module("../fixtures/fuzz/greedy-parser.ts");
  const [line] = await fuzz({ ...rounds, parsers: greedy });
  expect(line).toMatchObject({ name: "greedy", failure: { reason: "runs out of memory" } });
  expect(line?.failure?.hex.slice(0, 2)).toBe("ff");
});
