import { z } from "zod";
import { encodedValue } from "../exercise/value.ts";
import { figureSchema } from "../network/figure.ts";

/** A learner's function that takes decisions in some nodes of a network. */
const placedFunction = z.object({
  /** The name that the file exports: `route`, `decrementTtl` … or `traceroute`, which runs as a program. */
  entry: z.string(),
  source: z.string(),
  nodes: z.array(z.string()),
});

/** Plays commands on a network in which learners' functions take decisions. Plain JSON. */
export const playRequest = z.object({
  figure: figureSchema,
  seed: z.int().nonnegative(),
  functions: z.array(placedFunction),
  commands: z.array(z.object({ node: z.string(), line: z.string() })),
});

/** Why a learner's function ended the play. */
const playFault = z.object({
  entry: z.string(),
  kind: z.enum(["not-opened", "threw", "out-of-budget", "out-of-memory", "unusable", "restless"]),
  /** The error's name and message, the answer that no node can use, as JSON, or how often it had been called. */
  detail: z.string(),
  line: z.int().nullable(),
});

/** What came of it: up to the fault, where there is one. */
export const playReport = z.object({
  /** Entries of the journal since the last command was typed, encoded (`encodeValue`); of a storm, the first. */
  journal: z.array(encodedValue),
  /** The network as it is configured in the end. */
  figure: figureSchema,
  typed: z.array(z.object({ node: z.string(), line: z.string(), output: z.array(z.string()) })),
  /** What the functions printed, cut if long. */
  printed: z.string(),
  fault: playFault.nullable(),
});

export type PlayRequest = z.infer<typeof playRequest>;
export type PlayReport = z.infer<typeof playReport>;
export type PlayFault = z.infer<typeof playFault>;
