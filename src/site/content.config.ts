import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "zod";
import { statementSchema } from "#course/exercise/statement.ts";
import { repairSchema } from "#course/network/repair.ts";
import { figureSchema } from "#course/network/figure.ts";
import { typeset, typesetStatement } from "./typeset.ts";

const text = z.string().min(1).transform(typeset);

const chapters = defineCollection({
  loader: glob({ base: "./content/fr/chapters", pattern: "*.mdx" }),
  schema: z.strictObject({
    /** `2`, as in the exercise numbers `02.1`. */
    number: z.int().positive(),
    title: text,
    summary: text,
    /** What the reader can do at the end, one sentence each. */
    objectives: z.array(text).min(1),
    /** Where the course documents treat this, for those who read both. */
    documents: z.union([z.string(), z.array(z.string())]).optional(),
  }),
});

/** The statement of the exercise `ipv4/checksum` has the id `ipv4/checksum`. */
const statements = defineCollection({
  loader: glob({
    base: "./graders",
    pattern: "*/*/statement.fr.mdx",
    generateId: ({ entry }) => entry.replace(/\/statement\.fr\.mdx$/, ""),
  }),
  schema: statementSchema.transform(typesetStatement),
});

/** A network that `<NetworkView name="document" />` draws and plays. */
const networks = defineCollection({
  loader: glob({ base: "./content/fr/networks", pattern: "*.yaml" }),
  schema: figureSchema,
});

/** A network with one fault, to find and to repair. */
const pannes = defineCollection({
  loader: glob({ base: "./content/fr/pannes", pattern: "*.yaml" }),
  schema: repairSchema,
});

export const collections = { chapters, statements, networks, pannes };
