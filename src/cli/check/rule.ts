import type { Engine } from "../../course/grading/engine.ts";
import type { Folder } from "./folder.ts";
import type { Problem } from "./problem.ts";

/** One thing that holds for every exercise folder. */
export type Rule = {
  /** Names the test: `mistakes`. */
  readonly name: string;
  /** Whether the rules after it make no sense where it finds a problem. */
  readonly decisive?: boolean;
  examine(folder: Folder, services: Services): Finding | Promise<Finding>;
};

export type Finding = { readonly problems: readonly Problem[]; readonly figures?: Partial<Figures> };

/** The numbers of the table. */
export type Figures = {
  /** Cases of a run: golden, edge and generated ones. */
  readonly cases: number;
  readonly mistakes: number;
  /** Mistakes that fail and are recognised under their own name. */
  readonly caught: number;
  readonly mutants: number;
  readonly refused: number;
  /** Mutants that survive and are listed with a reason. */
  readonly equivalent: number;
};

/** What rules need of the world. */
export type Services = {
  readonly engine: Engine;
  /** Called before each thing that could hang; a watchdog outside the thread listens. */
  readonly step: (step: Step) => void;
  /** `stepKey`s of steps that hung an earlier thread: they are not run again. */
  readonly hung: ReadonlySet<string>;
};

/** `of` is how many such steps the rule has in all, `done` how many came before this one. */
export type Step = { readonly rule: string; readonly done: number; readonly of: number };

export const stepKey = ({ rule, done }: Step): string => `${rule} ${done}`;
