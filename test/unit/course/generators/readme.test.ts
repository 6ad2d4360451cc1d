import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = new URL("../../../../src/course/generators/", import.meta.url);

test("the tables of the generators' README name every export of the folder, and nothing else", async () => {
  const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<Record<string, unknown>>),
  );
  const exported = new Set(modules.flatMap((module) => Object.keys(module)));
  const rows = readFileSync(new URL("README.md", folder), "utf8").split("\n");
  const firstCells = rows.filter((row) => /^\| `/.test(row)).map((row) => row.split("|")[1] ?? "");
  const named = firstCells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name));
  expect(named.toSorted()).toEqual([...exported].toSorted());
});
