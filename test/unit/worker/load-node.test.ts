import { expect, test } from "vitest";
import { exerciseIds, loadDefinition, loadExercise } from "#worker/load-node.ts";
import { mistakeName } from "#worker/mistake-name.ts";

const root = new URL("./folders/", import.meta.url);

test("every folder with a definition is an exercise", async () => {
  expect(await exerciseIds(root)).toEqual(["topic/double", "topic/plain"]);
});

test("an exercise comes with its id and its mistakes, in the order of their file names", async () => {
  const loaded = await loadExercise("topic/double", root);
  expect(loaded).toMatchObject({ id: "topic/double", number: "99.1", entry: "double" });
  expect(loaded?.mistakes).toEqual([
    { name: "adds-two", source: "// adds-two\n" },
    { name: "squares", source: "// squares.10\n" },
    { name: "squares", source: "// squares.2\n" },
    { name: "squares", source: "// squares\n" },
  ]);
});

test("a folder without mistakes has none", async () => {
  expect((await loadExercise("topic/plain", root))?.mistakes).toEqual([]);
});

test.each([
  "topic/no-exercise",
  "topic/missing",
  "nothing",
  "",
  "../folders/topic/double",
  "topic/../topic/double",
])("%j is no exercise", async (id) => {
  expect(await loadExercise(id, root)).toBeNull();
  expect(await loadDefinition(id, root)).toBeNull();
});

test.each([
  ["carry-lost.ts", "carry-lost"],
  ["carry-lost.2.ts", "carry-lost"],
  ["counts-2.10.ts", "counts-2"],
])("%s is the mistake %s", (file, name) => expect(mistakeName(file)).toBe(name));
