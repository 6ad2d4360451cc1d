import { expect, test } from "vitest";
import type { Counterexample } from "#course/exercise/verdict.ts";
import type { FeedbackFacts } from "#course/feedback/facts.ts";
import { fr } from "#course/feedback/fr/index.ts";
import { wrongAnswer } from "#course/feedback/wrong-answer.ts";
import { checksum, counterexample, n } from "./sample.ts";

const ofBytes: FeedbackFacts = { ...checksum, result: { kind: "bytes", layout: "ipv4" } };
const ofValue: FeedbackFacts = { ...checksum, result: { kind: "value" } };
const long = { $bytes: "00".repeat(40) };
const object = { a: "x".repeat(30), b: "y".repeat(30), headerBytes: 20 };

test.each<[string, FeedbackFacts, Partial<Counterexample>, string]>([
  [
    "a plain value",
    ofValue,
    { expected: { error: "version" }, actual: null },
    'Pour cet en-tête, le résultat attendu est { error: "version" }_; votre fonction rend null.',
  ],
  [
    "nothing",
    checksum,
    { actual: { $undefined: true } },
    "Pour cet en-tête, la somme attendue est 0x11e7_; votre fonction ne rend rien.",
  ],
  [
    "a byte in a long answer",
    ofBytes,
    {
      expected: long,
      actual: long,
      difference: { path: "[10]", offset: 10, expected: 0x11, actual: 0x10, field: "Header Checksum" },
    },
    "Pour cet en-tête, l'octet 10 (Header Checksum) attendu est 0x11_; votre fonction rend 0x10.",
  ],
  [
    "a byte in a member",
    ofValue,
    {
      expected: object,
      actual: object,
      difference: { path: ".packet[8]", offset: 8, expected: 1, actual: 2 },
    },
    "Pour cet en-tête, l'octet 8 de `packet` attendu est 0x01_; votre fonction rend 0x02.",
  ],
  [
    "bytes too short",
    ofBytes,
    {
      expected: long,
      actual: long,
      difference: { path: "[20]", offset: 20, expected: 1, actual: { $undefined: true } },
    },
    "Pour cet en-tête, le résultat de votre fonction est trop court_: l'octet 20 manque.",
  ],
  [
    "bytes too long",
    ofBytes,
    {
      expected: long,
      actual: long,
      difference: { path: "[20]", offset: 20, expected: { $undefined: true }, actual: 1 },
    },
    "Pour cet en-tête, le résultat de votre fonction est trop long_: l'octet 20 est de trop.",
  ],
  [
    "a member",
    ofValue,
    { expected: object, actual: object, difference: { path: ".headerBytes", expected: 20, actual: 24 } },
    "Pour cet en-tête, la valeur attendue de `headerBytes` est 20_; votre fonction rend 24.",
  ],
  [
    "a member that is missing",
    ofValue,
    {
      expected: object,
      actual: object,
      difference: { path: ".mf", expected: false, actual: { $undefined: true } },
    },
    "Pour cet en-tête, il manque `mf` dans le résultat de votre fonction.",
  ],
  [
    "a member too many",
    ofValue,
    {
      expected: object,
      actual: object,
      difference: { path: ".id", expected: { $undefined: true }, actual: 1 },
    },
    "Pour cet en-tête, votre fonction rend `id`, qui n'est pas dans le résultat attendu.",
  ],
  [
    "an error that was asked for",
    ofValue,
    { expected: { $thrown: "RangeError", message: "x" }, actual: 5, difference: null },
    "Pour cet en-tête, une RangeError est attendue_; votre fonction rend 5.",
  ],
  [
    "a changed argument",
    checksum,
    { difference: { path: "arguments[0][8]", offset: 8, expected: 64, actual: 63 } },
    "Votre fonction a modifié son argument `header`.",
  ],
  [
    "two long values",
    ofValue,
    { expected: object, actual: object, difference: { path: "", expected: object, actual: object } },
    "Pour cet en-tête, votre fonction ne rend pas le résultat attendu.",
  ],
])("%s", (_, exercise, changes, expected) => {
  expect(wrongAnswer({ ...counterexample, ...changes }, exercise, fr)).toBe(n(expected));
});

test.each([
  [["packet"], "ce paquet"],
  [["unheardOf"], "cette entrée"],
  [["a", "b"], "ces arguments"],
  [["constructor"], "cette entrée"],
])("the input of %s is %s", (parameters, expected) => expect(fr.wrong.input(parameters)).toBe(expected));
