import type { Parameter, Shape } from "#course/exercise/exercise.ts";
import { encodeValue, type EncodedValue } from "#course/exercise/value.ts";
import type { Statement } from "#course/exercise/statement.ts";
import type { CatalogueEntry } from "./catalogue.ts";

/**
 * What the page tells the exercise's script: everything that grading itself does not bring. It stands as JSON in
 * `<script type="application/json" data-part="facts">` inside `<prip-exercise>`. Layouts go by name (`ipv4`).
 */
export type ExerciseFacts = {
  readonly id: string;
  readonly number: string;
  readonly entry: string;
  readonly level: number;
  readonly points: number;
  readonly prerequisites: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly shape: ShapeFacts }[];
  readonly result: ShapeFacts;
  readonly statement: Statement;
  readonly starter: string;
  readonly solution: string;
  /** Ready-made inputs for « Essayer »: the golden vectors, then the named edge cases. */
  readonly examples: readonly { readonly name: string; readonly args: readonly EncodedValue[] }[];
};

export type ShapeFacts =
  | { readonly kind: "bytes"; readonly layout: string | null }
  | {
      readonly kind: "uint";
      readonly bits: 8 | 16 | 32;
      readonly base: 10 | 16;
      readonly field: string | null;
    }
  | { readonly kind: "value" };

export function exerciseFacts({ id, exercise, statement, starter, solution }: CatalogueEntry): ExerciseFacts {
  const { number, entry, level, points, prerequisites } = exercise;
  return {
    id,
    number,
    entry,
    level,
    points,
    prerequisites,
    parameters: exercise.parameters.map(parameterFacts),
    result: shapeFacts(exercise.result),
    statement: statement.data,
    starter,
    solution,
    examples: [...exercise.golden, ...exercise.edges].map(({ name, args }) => ({
      name,
      args: args.map(encodeValue),
    })),
  };
}

const parameterFacts = ({ name, shape }: Parameter): ExerciseFacts["parameters"][number] => ({
  name,
  shape: shapeFacts(shape),
});

function shapeFacts(shape: Shape): ShapeFacts {
  switch (shape.kind) {
    case "bytes":
      return { kind: "bytes", layout: shape.layout?.name ?? null };
    case "uint":
      return { kind: "uint", bits: shape.bits, base: shape.base, field: shape.field ?? null };
    case "value":
      return { kind: "value" };
  }
}
