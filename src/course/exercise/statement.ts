import { z } from "zod";

/**
 * The front matter of an exercise's `statement.fr.mdx`: everything about it that people read and that is needed
 * outside the page (in a verdict, on the command line). Strings may hold `code` between backquotes, nothing else.
 */
export const statementSchema = z.strictObject({
  title: z.string().min(1),
  /** One sentence for lists: what one writes and what for. */
  summary: z.string().min(1),
  /** In growing detail; the first asks a question. */
  hints: z.array(z.string().min(1)).length(3),
  /** One a mistake of `mistakes/`, by name: what happened (a short sentence), then why and what to look at. */
  mistakes: z.record(z.string(), z.strictObject({ title: z.string().min(1), message: z.string().min(1) })),
  /** One a golden, edge or generated case, by name: what is special about it (« Deux retenues de suite »). */
  cases: z.record(z.string(), z.string().min(1)),
  /** One a stage, by name, where the exercise has stages: what works once it is passed (a noun phrase). */
  stages: z.record(z.string(), z.string().min(1)).optional(),
  /** What the solution teaches, shown after success (the page adds the section « AfterSuccess » of the body). */
  lesson: z.string().min(1),
});

export type Statement = z.infer<typeof statementSchema>;
