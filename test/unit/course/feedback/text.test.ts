import { describe, expect, test } from "vitest";
import type { EncodedValue } from "#course/exercise/value.ts";
import { renderVerdict } from "#course/feedback/render.ts";
import { verdictText } from "#course/feedback/text.ts";
import type { VerdictView } from "#course/feedback/view.ts";
import { wrap } from "#course/feedback/wrap.ts";
import { context, counterexample, failure, n } from "./sample.ts";

const plain = { width: 100, colour: false };
const failed = renderVerdict(
  {
    kind: "failed",
    ...failure({
      mistake: "carry-lost",
      printed: "ttl 64\n",
      counterexample: { ...counterexample, input: [{ $bytes: "450000eeacf0000040010000183aab999ca16cab" }] },
    }),
  },
  context,
);

test("the same sentences as the page, in the same order", () => {
  expect(verdictText(failed, plain)).toBe(
    n(
      [
        "✗ La retenue est perdue.",
        "  Regardez_: 0xffff + 1.",
        "",
        "  Deux retenues de suite (vecteur de référence)",
        "    header      0  4500 00ee acf0 0000 4001 0000 183a ab99",
        "               16  9ca1 6cab",
        "    attendu  0x11e7 (4583)",
        "    obtenu   0x10e7 (4327)",
        "  Bit 7 (Header Checksum)_: attendu 0x11e7, obtenu 0x10e7.",
        "    attendu  00010001 11100111",
        "    obtenu   00010000 11100111",
        "                    ^",
        "",
        "  Affiché pendant l'appel_:",
        "    ttl 64",
        "",
        "  186 cas sur 200 réussis · graine 0x7f3a",
      ].join("\n"),
    ),
  );
});

test("success is one sentence and what it teaches", () => {
  const view = renderVerdict({ kind: "passed", seed: 1, cases: { run: 2, passed: 2, total: 2 } }, context);
  expect(verdictText(view, plain)).toBe(
    n("✓ Juste_: 2 cas sur 2.\n  La somme se replie_: RFC 1071.\n\n  2 cas sur 2 réussis · graine 0x1"),
  );
});

describe("on a terminal", () => {
  test("colour only when asked for", () => {
    const escape = "\u001b[";
    expect(verdictText(failed, plain)).not.toContain(escape);
    const coloured = verdictText(failed, { width: 100, colour: true });
    expect(coloured).toContain(`${escape}31m✗ La retenue est perdue.`);
    expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(verdictText(failed, plain));
  });

  test.each([40, 60, 100])("no line is wider than %d columns", (width) => {
    const long: VerdictView = {
      ...failed,
      advice: ["mot ".repeat(60).trim(), "x".repeat(150)],
      printed: { text: `${"y".repeat(300)}\n`, cutNote: null },
    };
    const lines = verdictText(long, { width, colour: false }).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.join("").match(/y/g)).toHaveLength(300);
  });

  test("a learner's text cannot drive it", () => {
    const printed = { text: "\u001b[2J\u202eabc\u009b1m\ttab\n", cutNote: null };
    const text = verdictText({ ...failed, printed }, plain);
    expect(text).toContain("\\u001b[2J\\u202eabc\\u009b1m    tab");
    expect(text).not.toMatch(/[\u001b\u202e\u009b]/);
  });
});

test("of two long answers, the lines that differ", () => {
  const members = Array.from({ length: 9 }, (_, i) => [`member${i}`, "value"] as const);
  const object = (ttl: number): EncodedValue => ({ ...Object.fromEntries(members), ttl });
  const view = renderVerdict(
    {
      kind: "failed",
      ...failure({
        counterexample: { ...counterexample, expected: object(64), actual: object(63), difference: null },
      }),
    },
    context,
  );
  expect(verdictText(view, plain)).toContain(
    [
      "    attendu  {",
      "               …",
      "               ttl: 64",
      "             }",
      "    obtenu   {",
      "               …",
      "               ttl: 63",
      "             }",
    ].join("\n"),
  );
});

test("wrap breaks at ordinary spaces and holds at no-break ones", () => {
  expect(wrap(n("un mot_: deux"), 7)).toEqual(["un", n("mot_:"), "deux"]);
  expect(wrap("", 7)).toEqual([""]);
  expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
});

test("stages: what works, what does not, what was not reached", () => {
  const stages = [
    { name: "forward", points: 2, outcome: "passed" },
    { name: "ttl", points: 1, outcome: "failed" },
    { name: "unnamed", points: 3, outcome: "not-reached" },
  ] as const;
  const named = { ...context.statement, stages: { forward: "transmettre : un lien", ttl: "le TTL" } };
  const view = renderVerdict(
    { kind: "failed", ...failure(), stages: [...stages] },
    { ...context, statement: named },
  );
  expect(verdictText(view, plain)).toContain(
    n(
      [
        "",
        "  ✓ Étape 1_: transmettre_: un lien (réussie, 2 points)",
        "  ✗ Étape 2_: le TTL (à revoir)",
        "  · Étape 3_: unnamed (pas atteinte)",
        "  2 points sur 6.",
        "",
      ].join("\n"),
    ),
  );
  expect(failed.stages).toBeNull();
});
