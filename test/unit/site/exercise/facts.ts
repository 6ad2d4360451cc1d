import type { Facts } from "../../../../src/site/exercise/facts.ts";

/** A small exercise that nobody else depends on. */
export const facts: Facts = {
  id: "test/double",
  number: "99.1",
  entry: "double",
  level: 1,
  points: 3,
  parameters: [{ name: "value", shape: { kind: "uint", bits: 16, base: 16 } }],
  result: { kind: "uint", bits: 16, base: 16 },
  examples: [{ name: "one", source: "nobody", args: [1], expected: 2 }],
  statement: {
    title: "Le double",
    summary: "Doubler.",
    hints: ["Un ?", "Deux.", "Trois."],
    mistakes: { "carry-lost": { title: "La retenue est perdue.", message: "Regardez la retenue." } },
    cases: { one: "Un seul" },
    lesson: "Doubler, c'est décaler.",
  },
  starter: "export function double(value: number) {}\n",
  solution: "export const double = (value: number) => value * 2;\n",
  next: null,
};
