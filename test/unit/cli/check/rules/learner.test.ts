import { expect, test } from "vitest";
import { DEFAULT_SEED } from "#course/exercise/defaults.ts";
import type { Folder } from "../../../../../src/cli/check/folder.ts";
import type { Problem } from "../../../../../src/cli/check/problem.ts";
import { problemsIn, sound, withExercise, withMistakes } from "../sound-folder.ts";

const { starter, solution } = sound;
const endsIn = (body: string): string => `export function readPair(bytes) {\n${body}\n}\n`;

const breaks: [string, Folder, Problem[]][] = [
  [
    "a starter that passes",
    { ...sound, starter: { ...starter, source: solution.source } },
    [{ code: "starter-passes" }],
  ],
  [
    "a starter without the function",
    { ...sound, starter: { ...starter, source: "export const other = 1;" } },
    [{ code: "does-not-open", file: "starter.ts", detail: expect.stringContaining("no-export") as string }],
  ],
  [
    "a budget that leaves the solution no air",
    withExercise({ budget: { stepsPerCase: 99_999 } }),
    [{ code: "budget-too-small", limit: "case", used: 10_000, allowed: 99_999 }],
  ],
  [
    "a mistake that is none",
    withMistakes(["harmless", "const [a, b] = bytes; return b === undefined ? null : a * 256 + b;"]),
    [
      {
        code: "mistake-passes",
        file: "mistakes/harmless.ts",
        name: "harmless",
        seed: DEFAULT_SEED,
        where: null,
      },
    ],
  ],
  [
    "a mistake that is none, whose author says where it would show",
    withMistakes([
      "harmless",
      "// Cas où l'octet de gauche dépasse 0x7f.\nconst [a, b] = bytes; return b === undefined ? null : a * 256 + b;",
    ]),
    [
      expect.objectContaining({
        code: "mistake-passes",
        where: "l'octet de gauche dépasse 0x7f",
      }) as Problem,
    ],
  ],
  [
    "a mistake that another one explains first",
    withMistakes(["swapped", "return bytes.length < 2 ? null : bytes[0] | (bytes[1] << 8);"]),
    [
      {
        code: "mistake-not-recognised",
        file: "mistakes/swapped.ts",
        name: "swapped",
        seed: DEFAULT_SEED,
        as: "little-endian",
      },
      { code: "mistakes-alike", file: "mistakes/swapped.ts", other: "mistakes/little-endian.ts" },
    ],
  ],
  [
    "a variant that repeats another",
    withMistakes(["little-endian.2", "return bytes.length < 2 ? null : bytes[0] | (bytes[1] << 8);"]),
    [{ code: "mistakes-alike", file: "mistakes/little-endian.2.ts", other: "mistakes/little-endian.ts" }],
  ],
  [
    "a mistake that does not open",
    withMistakes(["broken", "return ("]),
    [
      {
        code: "does-not-open",
        file: "mistakes/broken.ts",
        detail: expect.stringContaining("syntax") as string,
      },
    ],
  ],
];

test.each(breaks)("%s: that problem and no other", async (_, broken, expected) => {
  expect(await problemsIn(broken)).toEqual(expected);
});

test("a mistake that remembers earlier calls is named", async () => {
  const counting = withMistakes(["counting", "return (globalThis.times = (globalThis.times ?? 0) + 1);"]);
  expect(await problemsIn(counting)).toContainEqual({
    code: "mistake-keeps-state",
    file: "mistakes/counting.ts",
  });
});

test("a solution that fails is named with its case", async () => {
  const wrong: Folder = {
    ...sound,
    solution: { ...solution, source: endsIn("return bytes[0] * 256 + bytes[1];") },
  };
  expect(await problemsIn(wrong)).toContainEqual({
    code: "solution-fails",
    seed: DEFAULT_SEED,
    kind: "failed",
    name: "empty",
  });
});
