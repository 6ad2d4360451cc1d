import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runFolder } from "./runner.ts";
import { suites, upstreamSuites } from "./suites.ts";
import { conformanceTable, holds, readmeWith, upstreamTable } from "./table.ts";
import { topics, type Topic } from "./topics.ts";
import { notRun, upstreamFolder, upstreamTopics } from "./upstream.ts";

const data = fileURLToPath(new URL("data", import.meta.url));
const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const elsewhere = fileURLToPath(new URL("../fixtures/conformance", import.meta.url));

test("the README has the tables of this run; `npm run conformance` writes them", async () => {
  const conformance = conformanceTable(data, runFolder(data));
  // Where other projects' files are not there, their table stays as the last run with them wrote it.
  const upstream = existsSync(upstreamFolder) ? { upstream: upstreamTable(runFolder(upstreamFolder)) } : {};
  expect(readFileSync(readme, "utf8")).toBe(await readmeWith(readme, { conformance, ...upstream }));
});

test("every file that is run stands in one row", () => {
  const rowsOf = (list: readonly Topic[], name: string): number =>
    list.filter(({ files }) => files.some((file) => holds(file, name))).length;
  const own = [...Object.keys(suites), "captures/dhcp.tshark.json"];
  expect(own.filter((name) => rowsOf(topics, name) !== 1)).toEqual([]);
  const upstream = [...Object.keys(upstreamSuites), "tcpdump-tests/dnssec.pcap.tshark.json"];
  expect(upstream.filter((name) => rowsOf(upstreamTopics, name) !== 1)).toEqual([]);
});

test("a run without other projects' files names each set and whose it is, in one line", () => {
  expect(notRun.split("\n")).toHaveLength(1);
  for (const { title, from } of upstreamTopics) expect(notRun).toContain(`${title} (${from})`);
});

test("a row counts what passed and names the oracles", () => {
  const checksum = runFolder(elsewhere).filter(({ name }) => name === "ipv4/checksum.json");
  expect(conformanceTable(elsewhere, checksum)).toContain(
    "| Internet checksum | scapy 2.5.0 | 1 | nothing |",
  );
});
