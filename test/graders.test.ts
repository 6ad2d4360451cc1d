import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { checkFolders } from "../src/cli/check/check-folders.ts";
import { findFolders } from "../src/cli/check/find-folders.ts";
import type { Examined } from "../src/cli/check/pool.ts";
import { checkNames } from "../src/cli/check/rules.ts";
import { sentenceFor } from "../src/cli/check/sentences.fr.ts";

/** Every exercise folder, whatever it is, under every rule of `npm run check`. */
const root = fileURLToPath(new URL("..", import.meta.url));
const folders = findFolders(`${root}graders`);
const reports = new Map<string, Examined>();

beforeAll(async () => {
  for (const report of await checkFolders(root, folders)) reports.set(report.id, report);
}, 1_200_000);

test("there are exercises", () => {
  expect(folders).not.toEqual([]);
});

describe.each(folders)("$id", ({ id }) => {
  test.each(checkNames)("%s", (name) => {
    const problems = reports.get(id)?.problems.filter(({ rule }) => rule === name);
    expect(problems?.map(({ problem }) => sentenceFor(problem))).toEqual([]);
  });
});
