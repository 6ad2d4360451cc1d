import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { typeProblems } from "../../../../src/cli/check/types.ts";
import { copiedFolder } from "./copied-folder.ts";
import { soundDirectory } from "./sound-folder.ts";

const path = (file: string): string => fileURLToPath(new URL(`../../../../${file}`, import.meta.url));

test("names the file, the place and the fault of what does not type-check, by folder", () => {
  const broken = copiedFolder("types", {
    "starter.ts": "export function readPair(bytes: Bytes): number {\n  return bytes;\n}\n",
    "mistakes/little-endian.ts":
      "export function readPair(bytes: Bytes) {\n  return document.title + bytes[0].toFixed();\n}\n",
  });
  const folders = [
    { id: "sound", directory: soundDirectory },
    { id: "broken", directory: broken },
  ];
  const found = typeProblems(
    folders,
    path("graders/tsconfig.json"),
    path("src/course/exercise/vocabulary.d.ts"),
  );
  expect(found.get("sound")).toEqual([]);
  // The DOM is not there for learners; an index that may be out of range is theirs to judge.
  expect(found.get("broken")).toMatchObject([
    {
      rule: "types",
      problem: { code: "type-error", file: "mistakes/little-endian.ts", line: 2, column: 10 },
    },
    { rule: "types", problem: { code: "type-error", file: "starter.ts", line: 2, column: 3 } },
  ]);
});
