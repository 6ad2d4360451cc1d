import type { EncodedValue } from "#course/exercise/value.ts";
import type { Verdict } from "#course/exercise/verdict.ts";
import type { TrialView, VerdictView } from "#course/feedback/view.ts";
import type { Draft } from "#course/progress/draft.ts";
import type { Earlier } from "#course/progress/earlier.ts";
import type { WriteResult } from "#course/progress/storage.ts";

export type Case = readonly EncodedValue[];

/** A verdict on the screen. */
export type Shown = {
  readonly verdict: Verdict;
  readonly view: VerdictView;
  /** The text it judges; when the text on the screen is another one, the verdict is stale. */
  readonly source: string;
  /** From click to answer, in milliseconds. */
  readonly ms: number;
};

export type Trial = {
  readonly source: string;
  readonly results: readonly { readonly view: TrialView; readonly actual: EncodedValue }[];
  /** The file could not be opened. */
  readonly failure: VerdictView | null;
};

/** Everything that the exercise shows; a new object after each change. */
export type State = {
  readonly text: string;
  /** When the text was stored, ms since 1970; null while nothing was typed. */
  readonly savedAt: number | null;
  /** What came of the last write. */
  readonly saving: WriteResult;
  /** Versions from elsewhere between which to choose. */
  readonly others: readonly Draft[];
  readonly earlier: readonly Earlier[];
  readonly running: "grade" | "try" | null;
  readonly panel: "verdict" | "trial";
  readonly shown: Shown | null;
  readonly trial: Trial | null;
  /** How many hints are open. */
  readonly hints: number;
  readonly solution: boolean;
  /** It was shown before, on purpose. */
  readonly solutionSeen: boolean;
  /** The last run was stopped by the learner. */
  readonly stopped: boolean;
  /** Passed now or before. */
  readonly passed: boolean;
  /** How many kept cases run first. */
  readonly kept: number;
  readonly linked: Case | null;
  readonly damages: number;
  /** The one sentence of the live region. */
  readonly says: string;
};
