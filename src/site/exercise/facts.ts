import { z } from "zod";
import { encodedValue } from "../../course/exercise/value.ts";
import { statementSchema } from "../../course/exercise/statement.ts";

/**
 * What the page knows of an exercise at build time and hands to the script: the JSON in
 * `<script type="application/json" data-part="facts">`. Plain data; a layout is given by its name.
 */
const shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bytes"), layout: z.string().nullable() }),
  z.object({
    kind: z.literal("uint"),
    bits: z.union([z.literal(8), z.literal(16), z.literal(32)]),
    base: z.union([z.literal(10), z.literal(16)]),
    field: z.string().optional(),
  }),
  z.object({
    kind: z.literal("value"),
    /** Byte strings inside the value that are messages: path (`.packet`) to the layout's name. */
    layouts: z.record(z.string(), z.string()).optional(),
    /** Members that are header fields: path to the RFC's name. */
    fields: z.record(z.string(), z.string()).optional(),
  }),
]);

export const factsSchema = z.object({
  /** `ipv4/checksum`. */
  id: z.string(),
  /** `03.1`. */
  number: z.string(),
  entry: z.string(),
  level: z.int(),
  points: z.int(),
  parameters: z.array(z.object({ name: z.string(), shape })),
  result: shape,
  /** The golden cases, in order: the examples of « Essayer ». Their French names stand in `statement.cases`. */
  examples: z.array(
    z.object({ name: z.string(), source: z.string(), args: z.array(encodedValue), expected: encodedValue }),
  ),
  statement: statementSchema,
  /** The text of `starter.ts` and of `solution.ts`. */
  starter: z.string(),
  solution: z.string(),
  /** The exercise that follows, for « what comes next »; null after the last. */
  next: z.object({ number: z.string(), title: z.string(), href: z.string() }).nullable(),
});

export type Facts = z.infer<typeof factsSchema>;
export type ShapeFacts = z.infer<typeof shape>;
