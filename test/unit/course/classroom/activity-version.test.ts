import { expect, test } from "vitest";
import { activityVersion, decidesVerdict } from "../../../../src/course/classroom/activity-version.ts";

const files = [
  { name: "exercise.ts", text: "one\ntwo\n" },
  { name: "exercise-cases.ts", text: "three\n" },
];

test("eight hex digits, whatever the order of the files and the ends of their lines", () => {
  const version = activityVersion(files);
  expect(version).toMatch(/^[0-9a-f]{8}$/);
  const windows = files.map(({ name, text }) => ({ name, text: text.replaceAll("\n", "\r\n") }));
  expect(activityVersion(windows.toReversed())).toBe(version);
});

test.each([
  ["a text", [{ name: "exercise.ts", text: "one\ntwo!\n" }, files[1]]],
  ["a name", [{ name: "exercise-a.ts", text: "one\ntwo\n" }, files[1]]],
  ["a file less", [files[0]]],
  [
    "where one file ends",
    [
      { name: "exercise.ts", text: "one\n" },
      { name: "exercise-cases.ts", text: "two\nthree\n" },
    ],
  ],
])("%s changes it", (_, other) => {
  expect(activityVersion(other.flatMap((file) => file ?? []))).not.toBe(activityVersion(files));
});

test("only the definition decides a verdict", () => {
  const names = [
    "exercise.ts",
    "exercise-cases.ts",
    "solution.ts",
    "starter.ts",
    "statement.fr.mdx",
    "mistakes",
  ];
  expect(names.filter(decidesVerdict)).toEqual(["exercise.ts", "exercise-cases.ts"]);
});
