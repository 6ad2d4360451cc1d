import { expect, test } from "vitest";
import type { Counterexample, Difference } from "#course/exercise/verdict.ts";
import { differenceView } from "#course/feedback/difference.ts";
import type { FeedbackFacts } from "#course/feedback/facts.ts";
import { fr } from "#course/feedback/fr/index.ts";
import { checksum, counterexample, n } from "./sample.ts";

const view = (
  difference: Difference,
  changes: Partial<Counterexample> = {},
  exercise: FeedbackFacts = checksum,
) => differenceView(difference, { ...counterexample, ...changes }, exercise, fr);

test("one byte of the result", () => {
  const difference = {
    path: "[10]",
    offset: 10,
    bits: { from: 80, to: 87 },
    field: "Header Checksum",
    expected: 0x11,
    actual: 0x90,
  };
  expect(view(difference)).toEqual({
    sentence: n("Octet 10, bits 80 à 87 (Header Checksum)_: attendu 0x11, obtenu 0x90."),
    bits: { from: 80, to: 87 },
    binary: { expected: "00010001", actual: "10010000" },
  });
});

test("bits that go on into the next byte show both bytes", () => {
  const difference = {
    path: ".packet[2]",
    offset: 2,
    bits: { from: 23, to: 24 },
    field: "Total Length",
    expected: 0x01,
    actual: 0x00,
  };
  const changes = {
    expected: { packet: { $bytes: "450001ff" } },
    actual: { packet: { $bytes: "4500007f" } },
  };
  expect(view(difference, changes)).toEqual({
    sentence: n("`packet`, octets 2 à 3, bits 23 à 24 (Total Length)_: attendu 0x01ff, obtenu 0x007f."),
    bits: { from: 23, to: 24 },
    binary: { expected: "00000001 11111111", actual: "00000000 01111111" },
  });
});

test("an unsigned integer", () => {
  expect(counterexample.difference === null ? null : view(counterexample.difference)).toEqual({
    sentence: n("Bit 7 (Header Checksum)_: attendu 0x11e7, obtenu 0x10e7."),
    bits: { from: 7, to: 7 },
    binary: { expected: "00010001 11100111", actual: "00010000 11100111" },
  });
});

test("an answer of another kind has no binary lines", () => {
  expect(view({ path: "", expected: 0x11e7, actual: "11e7" })).toEqual({
    sentence: 'Attendu 0x11e7, obtenu "11e7".',
    bits: null,
    binary: null,
  });
});

test("a member, and one that is missing", () => {
  expect(view({ path: ".list[2].name", expected: "NOP", actual: "EOOL" }).sentence).toBe(
    n('`list[2].name`_: attendu "NOP", obtenu "EOOL".'),
  );
  expect(view({ path: ".mf", expected: true, actual: { $undefined: true } }).sentence).toBe(
    n("`mf`_: attendu true, obtenu rien."),
  );
});

test("a byte that is not there", () => {
  expect(view({ path: "[20]", offset: 20, expected: 1, actual: { $undefined: true } })).toEqual({
    sentence: n("Octet 20_: attendu 0x01, obtenu rien."),
    bits: null,
    binary: null,
  });
});

test("an argument that was changed", () => {
  const difference = {
    path: "arguments[0][8]",
    offset: 8,
    bits: { from: 71, to: 71 },
    expected: 64,
    actual: 65,
  };
  expect(view(difference).sentence).toBe(
    n("Argument `header`, octet 8, bit 71_: attendu 0x40, obtenu 0x41."),
  );
});

test("an argument's other bytes are not known: one byte is shown, whatever the result is", () => {
  const difference = {
    path: "arguments[0][1]",
    offset: 1,
    bits: { from: 15, to: 16 },
    expected: 1,
    actual: 0,
  };
  const changes = { expected: { $bytes: "aaaaaaaa" }, actual: { $bytes: "bbbbbbbb" } };
  expect(view(difference, changes)).toEqual({
    sentence: n("Argument `header`, octet 1, bits 15 à 16_: attendu 0x01, obtenu 0x00."),
    bits: { from: 15, to: 16 },
    binary: { expected: "00000001", actual: "00000000" },
  });
});
