import { expect, test } from "vitest";
import type { EncodedValue } from "#course/exercise/value.ts";
import type { ShapeFacts } from "#course/feedback/facts.ts";
import { values } from "#course/feedback/fr/values.ts";
import { shortText, valueText } from "#course/feedback/value-text.ts";
import { n } from "./sample.ts";

const plain: ShapeFacts = { kind: "value" };
const uint = (bits: 8 | 16 | 32, base: 10 | 16): ShapeFacts => ({ kind: "uint", bits, base });

test.each<[string, EncodedValue, ShapeFacts, string]>([
  ["hexadecimal", 0x11e7, uint(16, 16), "0x11e7 (4583)"],
  ["leading zeros", 0x0a, uint(16, 16), "0x000a (10)"],
  ["32 bits", 0xc0a80001, uint(32, 16), "0xc0a80001 (3232235521)"],
  ["decimal", 64, uint(8, 10), "64"],
  ["negative where a uint is due", -2, uint(16, 16), "-2"],
  ["too large for its width", 65_536, uint(16, 16), "65536"],
  ["a fraction", 1.5, uint(16, 16), "1.5"],
  ["text where a uint is due", "42", uint(16, 16), '"42"'],
  ["bytes", { $bytes: "45000014ab" }, plain, "4500 0014 ab"],
  ["no bytes", { $bytes: "" }, plain, "aucun octet"],
  ["two lines of bytes", { $bytes: "00".repeat(17) }, plain, `${"0000 ".repeat(8).trim()}\n00`],
  ["a string", 'a"b\n', plain, '"a\\"b\\n"'],
  ["undefined", { $undefined: true }, plain, "undefined"],
  ["NaN", { $number: "NaN" }, plain, "NaN"],
  ["minus zero", { $number: "-0" }, plain, "-0"],
  ["infinity", { $number: "-Infinity" }, plain, "-Infinity"],
  ["a big integer", { $bigint: "12345678901234567890" }, plain, "12345678901234567890n"],
  ["null", null, plain, "null"],
  ["a boolean", false, plain, "false"],
  [
    "a map",
    {
      $map: [
        ["a", 1],
        [{ $undefined: true }, 2],
      ],
    },
    plain,
    'Map { "a" → 1, undefined → 2 }',
  ],
  ["a set", { $set: [1, "2"] }, plain, 'Set { 1, "2" }'],
  ["an error asked for", { $thrown: "RangeError", message: "no" }, plain, "une RangeError"],
  ["an exception without a name", { $thrown: "", message: "no" }, plain, "une exception"],
  ["a promise", { $foreign: "promise" }, plain, "une promesse"],
  ["a list", [1, [], "a"], plain, '[1, [], "a"]'],
  ["an object", { error: "version" }, plain, '{ error: "version" }'],
  ["an empty object", {}, plain, "{}"],
  ["a key that is no name", { "10.0.0.1": 1 }, plain, '{ "10.0.0.1": 1 }'],
  ["an object with a tag's name", { $object: { $bytes: "zz" } }, plain, '{ $bytes: "zz" }'],
])("%s", (_, value, shape, expected) => expect(valueText(value, shape, values)).toBe(expected));

test("a long object stands on several lines, its keys in order", () => {
  const value = {
    version: 4,
    source: "192.168.100.72",
    destination: "192.168.100.73",
    options: { $bytes: "" },
  };
  expect(valueText({ header: value }, plain, values)).toBe(
    [
      "{",
      "  header: {",
      "    version: 4,",
      '    source: "192.168.100.72",',
      '    destination: "192.168.100.73",',
      "    options: aucun octet",
      "  }",
      "}",
    ].join("\n"),
  );
});

test("long bytes inside an object are indented under their key", () => {
  expect(valueText({ packet: { $bytes: "00".repeat(17) } }, plain, values)).toBe(
    "{\n  packet: 0000 0000 0000 0000\n    0000 0000 0000 0000\n    00\n}",
  );
});

test("what is endless is cut, and its size said", () => {
  expect(valueText({ $bytes: "ab".repeat(1480) }, plain, values)).toMatch(
    /\n… \(1\u202f480 octets en tout\)$/,
  );
  expect(valueText("x".repeat(5000), plain, values)).toBe(
    n(`"${"x".repeat(300)}" … (5_000 caractères en tout)`),
  );
  const list = valueText(
    Array.from({ length: 1000 }, (_, i) => i),
    plain,
    values,
  );
  expect(list).toContain(n("… (1_000 éléments en tout)"));
  expect(list).not.toContain("999");
  let deep: EncodedValue = 1;
  for (let i = 0; i < 100; i++) deep = [deep];
  expect(valueText(deep, plain, values)).toBe(`${"[".repeat(8)}…${"]".repeat(8)}`);
});

test("a value in a sentence is short or absent", () => {
  expect(shortText(0x11e7, uint(16, 16), values)).toBe("0x11e7");
  expect(shortText({ $bytes: "00".repeat(40) }, plain, values)).toBeNull();
  expect(shortText("x".repeat(60), plain, values)).toBeNull();
});
