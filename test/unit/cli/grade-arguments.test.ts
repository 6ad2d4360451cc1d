import { describe, expect, test } from "vitest";
import { encodeCase } from "#course/exercise/case-link.ts";
import { defineExercise } from "#course/exercise/exercise.ts";
import { readArguments, seedOr } from "../../../src/cli/grade/arguments.ts";
import { levenshtein, nearest } from "../../../src/cli/grade/nearest.ts";
import { readCase } from "../../../src/cli/grade/read-case.ts";
import { terminalOf } from "../../../src/cli/grade/terminal.ts";

describe("the command line", () => {
  const defaults = {
    kind: "grade",
    exercise: "03.1",
    file: "a.ts",
    json: false,
    seed: undefined,
    runs: 200,
    cases: [],
  };

  test.each([
    [["03.1", "a.ts"], defaults],
    [
      ["03.1", "a.ts", "--json", "--seed", "0xFF", "--runs", "0"],
      { ...defaults, json: true, seed: 255, runs: 0 },
    ],
    [["--seed=4294967295", "03.1", "a.ts"], { ...defaults, seed: 4_294_967_295 }],
    [["03.1", "-"], { ...defaults, file: "-" }],
    [["03.1", "--", "--odd.ts"], { ...defaults, file: "--odd.ts" }],
    [["03.1", "a.ts", "--case", "[1]", "--case", "[2]"], { ...defaults, cases: ["[1]", "[2]"] }],
    [["--list"], { kind: "list", json: false }],
    [["--list", "--json"], { kind: "list", json: true }],
    [["-h"], { kind: "help" }],
  ])("%j", (args, command) => expect(readArguments(args)).toEqual(command));

  test.each([
    [[], "Il manque l'exercice et le fichier à évaluer."],
    [["03.1"], "Il manque le fichier à évaluer."],
    [["03.1", "a.ts", "b.ts"], "b.ts"],
    [["03.1", "a.ts", "--sed", "1"], "--sed"],
    [["03.1", "a.ts", "--seed"], "option sans valeur"],
    [["03.1", "a.ts", "--seed", "4294967296"], "La graine"],
    [["03.1", "a.ts", "--seed", "1e3"], "La graine"],
    [["03.1", "a.ts", "--seed", ""], "La graine"],
    [["03.1", "a.ts", "--seed=-1"], "La graine"],
    [["03.1", "a.ts", "--runs", "100001"], "Le nombre de cas"],
    [["03.1", "a.ts", "--runs", "1.5"], "Le nombre de cas"],
  ])("%j is refused", (args, sentence) => expect(() => readArguments(args)).toThrow(sentence));

  test("the seed: given, or of the link, or the common one", () => {
    expect([seedOr(1, 2), seedOr(undefined, 2), seedOr(undefined, undefined)]).toEqual([1, 2, 0x7f3a]);
  });
});

describe("the nearest names", () => {
  const ids = ["ipv4/checksum", "ipv4/check-header", "ipv4/decrement-ttl"];
  test.each([
    ["ipv4/cheksum", ["ipv4/checksum"]],
    ["checksum", ["ipv4/checksum"]],
    ["IPv4/Checksum", ["ipv4/checksum"]],
    ["zzzzzzzzzzzzzzzzzzzz", []],
  ])("%s", (name, expected) => expect(nearest(name, ids, 1)).toEqual(expected));

  test.each([
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["abc", "", 3],
    ["flaw", "lawn", 2],
    ["abcd", "abd", 1],
    ["same", "same", 0],
  ])("from %j to %j", (a, b, distance) => expect(levenshtein(a, b)).toBe(distance));
});

describe("a case", () => {
  const exercise = defineExercise<[number], number>({
    number: "99.1",
    entry: "double",
    level: 1,
    points: 1,
    prerequisites: [],
    parameters: [{ name: "value", shape: { kind: "value" } }],
    result: { kind: "value" },
    golden: [],
    edges: [],
    generators: {},
    reference: (value) => value * 2,
    accepts: ([value]) => {
      if (value === "raise") throw new TypeError("no");
      return typeof value === "number";
    },
  });
  const link = `https://example.org/exercices/x/#cas=${encodeCase([5], 9) ?? ""}`;

  test.each([
    [" [5]", { args: [5], seed: undefined }],
    ['[{"$number":"NaN"}]', { args: [{ $number: "NaN" }], seed: undefined }],
    [link, { args: [5], seed: 9 }],
    [link.replace(/^.*=/, ""), { args: [5], seed: 9 }],
  ])("%s", (text, expected) => expect(readCase(text, exercise)).toEqual(expected));

  test.each(["", "[1", "5", '{"a":1}', "https://example.org/"])("%j is none", (text) => {
    expect(() => readCase(text, exercise)).toThrow("Le cas donné n'est ni");
  });

  test.each(['["5"]', "[]", '["raise"]'])("%j is outside the statement", (text) => {
    expect(() => readCase(text, exercise)).toThrow("`double(value)`");
  });
});

test.each([
  [{}, {}, { width: 100, colour: false }],
  [{ isTTY: true, columns: 200 }, {}, { width: 100, colour: true }],
  [{ isTTY: true, columns: 20 }, { NO_COLOR: "" }, { width: 40, colour: true }],
  [{ isTTY: true, columns: 80 }, { NO_COLOR: "1" }, { width: 80, colour: false }],
  [{ isTTY: true, columns: 80 }, { TERM: "dumb" }, { width: 80, colour: false }],
])("a stream %j with %j shows %j", (stream, environment, expected) => {
  expect(terminalOf(stream, environment)).toEqual(expected);
});
