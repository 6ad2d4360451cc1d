import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runFolder } from "./runner.ts";
import { suites } from "./suites.ts";
import { conformanceTable, holds, readmeWith } from "./table.ts";
import { topics } from "./topics.ts";

const data = fileURLToPath(new URL("data", import.meta.url));
const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const elsewhere = fileURLToPath(new URL("../fixtures/conformance", import.meta.url));

test("the README has the table of this run; `npm run conformance` writes it", async () => {
  expect(readFileSync(readme, "utf8")).toBe(await readmeWith(readme, data, runFolder(data)));
});

test("every file that is run stands in one row", () => {
  const ran = [...Object.keys(suites), "captures/dhcp.tshark.json"];
  const rows = ran.map((name) => topics.filter(({ files }) => files.some((file) => holds(file, name))));
  expect(ran.filter((_, i) => rows[i]?.length !== 1)).toEqual([]);
});

test("a row counts what passed and names the oracles", () => {
  const checksum = runFolder(elsewhere).filter(({ name }) => name === "ipv4/checksum.json");
  expect(conformanceTable(elsewhere, checksum)).toContain(
    "| Internet checksum | scapy 2.5.0 | 1 | nothing |",
  );
});
