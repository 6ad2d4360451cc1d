import type { Statement } from "#course/exercise/statement.ts";
import type { Counterexample, Failure } from "#course/exercise/verdict.ts";
import type { Context, FeedbackFacts } from "#course/feedback/facts.ts";

/** U+202F, written so that the expected sentences can be read. */
export const n = (text: string): string => text.replaceAll("_", "\u202f");

export const statement: Statement = {
  title: "Somme de contrôle",
  summary: "Calcule la somme de contrôle.",
  hints: ["Que vaut la retenue ?", "b", "c"],
  mistakes: { "carry-lost": { title: "La retenue est perdue.", message: "Regardez : 0xffff + 1." } },
  cases: { "two-folds": "Deux retenues de suite." },
  lesson: "La somme se replie : RFC 1071.",
};

export const checksum: FeedbackFacts = {
  number: "03.1",
  entry: "ipChecksum",
  parameters: [{ name: "header", shape: { kind: "bytes", layout: { name: "ipv4" } } }],
  result: { kind: "uint", bits: 16, base: 16, field: "Header Checksum" },
};

export const context: Context = { exercise: checksum, statement };

export const counterexample: Counterexample = {
  origin: "golden",
  name: "two-folds",
  index: 3,
  shrinks: 0,
  input: [{ $bytes: "450000ee" }],
  expected: 0x11e7,
  actual: 0x10e7,
  difference: {
    path: "",
    expected: 0x11e7,
    actual: 0x10e7,
    bits: { from: 7, to: 7 },
    field: "Header Checksum",
  },
  needsHistory: false,
};

type Common = Omit<Extract<Failure, { kind: "failed" }>, "kind">;

export const failure = (changes: Partial<Common> = {}): Common => ({
  seed: 0x7f3a,
  cases: { run: 200, passed: 186, total: 200 },
  counterexample,
  mistake: null,
  printed: "",
  printedCut: 0,
  at: null,
  ...changes,
});

export const notRun = failure({ cases: { run: 0, passed: 0, total: 200 }, counterexample: null });
