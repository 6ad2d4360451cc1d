import type { Problem } from "./problem.ts";
import type { Figures, Step } from "./rule.ts";

/** What was found in one folder. Plain data: it crosses from the thread that examined it. */
export type FolderReport = {
  readonly id: string;
  /** `03.1`; null when the exercise could not be read. */
  readonly number: string | null;
  readonly figures: Figures;
  readonly problems: readonly RuledProblem[];
};

export type RuledProblem = { readonly rule: string; readonly problem: Problem };

/** A folder to examine, and the steps that hung an earlier thread. */
export type Job = { readonly directory: string; readonly id: string; readonly hung: readonly string[] };

/** What a thread says when it has loaded, while it examines a folder, and at the end; `ms` is the time that it took. */
export type FromThread =
  | { readonly type: "ready" }
  | { readonly type: "step"; readonly step: Step }
  | { readonly type: "done"; readonly report: FolderReport; readonly ms: number };
