import { z } from "zod";
import { figureSchema } from "./figure.ts";
import { slug, text } from "./text.ts";

/**
 * The kinds of parts that an activity is made of, as its file writes them. Every wrong answer that can be chosen has
 * an explanation of its own: `why` at a choice, or an entry in `wrong`, by the name of what was chosen.
 */

const common = { id: slug, title: text, prompt: text.optional(), figure: figureSchema.optional() };
/** Why the right answer is right, once it was given. */
const good = text;
const wrong = z.record(slug, text);

const choice = z.strictObject({ id: slug, text, right: z.literal(true).optional(), why: text });

export const questionSchema = z.strictObject({
  id: slug,
  text,
  /** A listing that the question is about, line by line. */
  listing: text.optional(),
  figure: figureSchema.optional(),
  choices: z.array(choice).min(2),
  /** Several choices are right, and all of them are asked for. */
  several: z.literal(true).optional(),
  /** With `several`: what to say when nothing wrong was chosen but something is missing. */
  missing: text.optional(),
});

const quiz = z.strictObject({
  ...common,
  kind: z.literal("quiz"),
  questions: z.array(questionSchema).min(1),
});

const ordering = z.strictObject({
  ...common,
  kind: z.literal("ordering"),
  /** In the right order. */
  items: z.array(z.strictObject({ id: slug, text })).min(3),
  /** What to say when `first` stands after `then`; the first rule that is broken speaks. */
  rules: z.array(z.strictObject({ first: slug, then: slug, why: text })),
  good,
  /** When no rule is broken and the order is still wrong. */
  otherwise: text,
});

const matchingPlace = z.strictObject({
  id: slug,
  text,
  listing: text.optional(),
  /** The node of the figure that the answer is written at. */
  node: slug.optional(),
  /** The options that are right here; any of them will do. */
  right: z.array(slug).min(1),
  good,
  wrong: wrong.optional(),
  otherwise: text.optional(),
});

/** An address to be given: any free host address of the network. */
const addressPlace = z.strictObject({
  id: slug,
  text,
  node: slug.optional(),
  network: z.string(),
  taken: z.array(z.string()),
  good,
  wrong: z.strictObject({ invalid: text, "off-link": text, network: text, broadcast: text, taken: text }),
});

const matching = z.strictObject({
  ...common,
  kind: z.literal("matching"),
  options: z
    .array(
      z.strictObject({
        id: slug,
        text,
        /** For the drawing, where there is little room. */
        short: text.optional(),
      }),
    )
    .min(2),
  places: z.array(z.union([matchingPlace, addressPlace])).min(1),
});

const rows = z.strictObject({
  ...common,
  kind: z.literal("rows"),
  columns: z.array(text).min(1),
  rows: z.array(z.strictObject({ id: slug, cells: z.array(z.string()) })).min(2),
  questions: z
    .array(
      z.strictObject({
        id: slug,
        text,
        right: z.array(slug).min(1),
        several: z.literal(true).optional(),
        good,
        wrong: wrong.optional(),
        otherwise: text.optional(),
        missing: text.optional(),
      }),
    )
    .min(1),
});

const steps = z.strictObject({
  ...common,
  kind: z.literal("steps"),
  steps: z
    .array(
      z.strictObject({
        id: slug,
        title: text,
        text,
        listing: text.optional(),
        /** Nodes and links of the figure that the step is about. */
        lit: z.array(slug).optional(),
        question: questionSchema.optional(),
      }),
    )
    .min(2),
});

/** Routing tables to fill in, graded by sending packets through them. */
const tables = z.strictObject({
  ...common,
  kind: z.literal("tables"),
  /** The network of `course/network` that the tables belong to. */
  network: z.literal("course"),
  /** The machines whose tables are asked for, with the number of rows offered. */
  fill: z.array(z.strictObject({ node: slug, rows: z.int().positive() })).min(1),
  /** The machines whose tables are shown. */
  given: z.array(slug),
  good,
  /** Sentences about one row, by what is wrong with it; `{node}`, `{gateway}` … are filled in. */
  faults: z.strictObject({
    incomplete: text,
    "not-an-address": text,
    "not-a-mask": text,
    "host-bits": text,
    "gateway-is-self": text,
    "gateway-invalid": text,
    "gateway-off-link": text,
  }),
  /** Sentences about a ping that dies, by how it dies: `{from}`, `{to}`, `{address}`, `{node}` are filled in. */
  dies: z.strictObject({
    "no-route": text,
    loop: text,
    "not-a-router": text,
    "dead-gateway": text,
  }),
  /** Goes before when it is the answer that dies. */
  back: text,
});

export const partSchema = z.discriminatedUnion("kind", [quiz, ordering, matching, rows, steps, tables]);

export type Question = z.infer<typeof questionSchema>;
export type MatchingPlace = z.infer<typeof matchingPlace>;
export type AddressPlace = z.infer<typeof addressPlace>;
export type Part = z.infer<typeof partSchema>;
export type PartOf<Kind extends Part["kind"]> = Extract<Part, { kind: Kind }>;
