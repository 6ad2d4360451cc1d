import type { Rule } from "./rule.ts";
import { accepts } from "./rules/accepts.ts";
import { distinctMistakes } from "./rules/distinct-mistakes.ts";
import { facts } from "./rules/facts.ts";
import { generators } from "./rules/generators.ts";
import { headroom } from "./rules/headroom.ts";
import { mistakes } from "./rules/mistakes.ts";
import { mutants } from "./rules/mutants.ts";
import { names } from "./rules/names.ts";
import { opens } from "./rules/opens.ts";
import { reference } from "./rules/reference.ts";
import { sentences } from "./rules/sentences.ts";
import { solution } from "./rules/solution.ts";
import { statelessMistakes } from "./rules/stateless-mistakes.ts";
import { stages } from "./rules/stages.ts";
import { starter } from "./rules/starter.ts";

/** All rules about one folder, the quick ones first. Types and numbers are judged over all folders at once. */
export const rules: readonly Rule[] = [
  facts,
  names,
  sentences,
  stages,
  reference,
  accepts,
  generators,
  opens,
  starter,
  solution,
  headroom,
  mistakes,
  distinctMistakes,
  statelessMistakes,
  mutants,
];

/** The names of everything that is checked, as tests list them. */
export const checkNames: readonly string[] = ["files", ...rules.map(({ name }) => name), "types", "numbers"];
