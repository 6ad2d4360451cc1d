import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "zod";
import { statementSchema } from "#course/exercise/statement.ts";

const chapters = defineCollection({
  loader: glob({ base: "./content/fr/chapters", pattern: "*.mdx" }),
  schema: z.strictObject({
    /** `2`, as in the exercise numbers `02.1`. */
    number: z.int().positive(),
    title: z.string().min(1),
    summary: z.string().min(1),
    /** What the reader can do at the end, one sentence each. */
    objectives: z.array(z.string().min(1)).min(1),
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
  schema: statementSchema,
});

export const collections = { chapters, statements };
