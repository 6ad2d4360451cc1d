import { expect, test } from "vitest";
import { renderTrial, type TrialFacts } from "#course/feedback/trial.ts";
import { checksum, n } from "./sample.ts";

const trial = (changes: Partial<TrialFacts>): TrialFacts => ({
  input: [{ $bytes: "4500" }],
  actual: 0x11e7,
  stopped: null,
  printed: "",
  printedCut: 0,
  ...changes,
});

test("an answer", () => {
  expect(renderTrial(trial({ printed: "a\n" }), checksum)).toEqual({
    inputs: [{ label: "header", text: "4500", bytes: { hex: "4500", layout: "ipv4" } }],
    actual: { label: "obtenu", text: "0x11e7 (4583)" },
    sentence: null,
    calls: null,
    printed: { text: "a\n", cutNote: null },
  });
});

test.each<[Partial<TrialFacts>, string]>([
  [{ actual: { $thrown: "RangeError", message: "a : b" } }, "Votre fonction s'arrête_: «_a : b_»."],
  [{ actual: { $thrown: "RangeError", message: "" } }, "Votre fonction s'arrête_: «_RangeError_»."],
  [{ actual: { $thrown: "", message: "" } }, "Votre fonction lance une valeur qui n'est pas une erreur."],
  [{ actual: null, stopped: "out-of-budget" }, "Votre fonction ne se termine pas sur cette entrée."],
  [{ actual: null, stopped: "out-of-memory" }, "Votre fonction demande trop de mémoire sur cette entrée."],
  [
    { actual: null, stopped: "not-accepted" },
    "L'énoncé ne prévoit pas cette entrée. La fonction n'a pas été appelée.",
  ],
])("%j", (changes, sentence) => {
  const view = renderTrial(trial(changes), checksum);
  expect(view.sentence).toBe(n(sentence));
  expect(view.actual).toBeNull();
});

test("the calls of a function that was given as an argument", () => {
  const call = { name: "probe", args: [1, 33434], value: { from: "10.0.0.1", type: 11 } };
  const view = renderTrial(
    trial({ calls: { kept: Array.from({ length: 14 }, () => call), total: 30 } }),
    checksum,
  );
  expect(view.calls?.title).toBe(n("Votre fonction a fait 30 appels_:"));
  expect(view.calls?.lines).toHaveLength(12);
  expect(view.calls?.lines[0]).toBe('probe(1, 33434) → { from: "10.0.0.1", type: 11 }');
  expect(view.calls?.more).toBe("… et 18 autres appels.");
  expect(renderTrial(trial({ calls: { kept: [], total: 0 } }), checksum).calls).toEqual({
    title: "Votre fonction n'a fait aucun appel.",
    lines: [],
    more: null,
  });
});
