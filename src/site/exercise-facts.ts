import type { Shape } from "#course/exercise/exercise.ts";
import type { Layout } from "#net/bytes/layout.ts";
import { encodeValue } from "#course/exercise/value.ts";
import { exercises, type CatalogueEntry } from "./catalogue.ts";
import type { Facts, ShapeFacts } from "./exercise/facts.ts";
import { exerciseHref } from "./links.ts";

/** What the page tells the exercise's script; it stands as JSON in `script[data-part=facts]`. */
export async function exerciseFacts({
  id,
  exercise,
  statement,
  starter,
  solution,
}: CatalogueEntry): Promise<Facts> {
  const { number, entry, level, points } = exercise;
  return {
    id,
    number,
    entry,
    level,
    points,
    parameters: exercise.parameters.map(({ name, shape }) => ({ name, shape: shapeFacts(shape) })),
    result: shapeFacts(exercise.result),
    examples: exercise.golden.map(({ name, source, args, expected }) => ({
      name,
      source,
      args: args.map(encodeValue),
      expected: encodeValue(expected),
    })),
    statement: statement.data,
    starter,
    solution,
    next: await nextExercise(number),
  };
}

async function nextExercise(number: string): Promise<Facts["next"]> {
  const next = (await exercises()).find(({ exercise }) => exercise.number > number);
  if (next === undefined) return null;
  return { number: next.exercise.number, title: next.statement.data.title, href: exerciseHref(next.id) };
}

function shapeFacts(shape: Shape): ShapeFacts {
  switch (shape.kind) {
    case "bytes":
      return { kind: "bytes", layout: shape.layout?.name ?? null };
    case "uint": {
      const { kind, bits, base, field } = shape;
      return field === undefined ? { kind, bits, base } : { kind, bits, base, field };
    }
    case "value":
      return {
        kind: "value",
        ...(shape.fields === undefined ? {} : { fields: shape.fields }),
        ...(shape.layouts === undefined ? {} : { layouts: layoutNames(shape.layouts) }),
      };
  }
}

const layoutNames = (layouts: Readonly<Record<string, Layout>>): Record<string, string> =>
  Object.fromEntries(Object.entries(layouts).map(([path, { name }]) => [path, name]));
