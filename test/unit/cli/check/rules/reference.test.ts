import { constant, tuple, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import type { Folder } from "../../../../../src/cli/check/folder.ts";
import type { Problem } from "../../../../../src/cli/check/problem.ts";
import { show } from "../../../../../src/cli/check/show.ts";
import { bytes, problemsIn, sound, withExercise } from "../sound-folder.ts";

const { golden } = sound.exercise;
const reference = (...args: readonly unknown[]) => sound.exercise.reference(...args);
const accepts = (args: readonly unknown[]) => sound.exercise.accepts(args);

/** Right, but then writes into inputs of one byte. Fresh cases: they will be spoilt. */
const writing = withExercise({
  edges: [
    { name: "empty", args: bytes() },
    { name: "one-byte", args: bytes(7) },
    { name: "three-bytes", args: bytes(0xff, 1, 2) },
  ],
  generators: { "any-bytes": tuple(uint8Array({ minLength: 2, maxLength: 4 })) },
  reference(...args) {
    const answer = reference(...args);
    if (args[0] instanceof Uint8Array && args[0].length === 1) args[0].fill(9);
    return answer;
  },
});

const breaks: [string, Folder, Problem[]][] = [
  [
    "a golden vector that disagrees",
    withExercise({ golden: golden.map((one) => ({ ...one, expected: 8 })) }),
    [{ code: "golden-disagrees", name: "ether-type-ipv4", expected: "8", actual: "2048" }],
  ],
  [
    "a reference that writes into its argument",
    writing,
    [{ code: "reference-changes-argument", name: "one-byte" }],
  ],
  [
    "cases outside the domain",
    withExercise({
      accepts: (args) => accepts(args) && show(args) !== '[{"$bytes":"07"}]' && !show(args).includes("ff01"),
    }),
    [
      { code: "case-not-accepted", name: "one-byte", input: '[{"$bytes":"07"}]' },
      { code: "case-not-accepted", name: "three-bytes", input: '[{"$bytes":"ff0102"}]' },
    ],
  ],
  [
    "a domain that throws on what a link may bring",
    withExercise({ accepts: (args) => (args[0] === null ? raise() : accepts(args)) }),
    [{ code: "accepts-threw", input: "[null]" }],
  ],
  [
    "a domain that does not count its arguments",
    withExercise({ accepts: ([first]) => accepts([first]) }),
    [{ code: "accepts-anything", input: '[{"$bytes":"0800"},null]' }],
  ],
  [
    "a generator that needs its context to shrink",
    withExercise({ generators: { "any-bytes": uint8Array({ maxLength: 4 }).map((one) => [one] as const) } }),
    [{ code: "generator-does-not-shrink", name: "any-bytes", input: expect.any(String) as string }],
  ],
  [
    "a generator that has nothing to shrink",
    withExercise({ generators: { "any-bytes": tuple(constant(Uint8Array.of(1, 2))) } }),
    [{ code: "generator-does-not-shrink", name: "any-bytes", input: '[{"$bytes":"0102"}]' }],
  ],
];

test.each(breaks)("%s: that problem and no other", async (_, broken, expected) => {
  expect(await problemsIn(broken)).toEqual(expected);
});

function raise(): never {
  throw new TypeError("null has no length");
}
