import type { Verdict } from "../../exercise/verdict.ts";
import type { GradedActivity } from "../graded.ts";

/** What grading one text gave. */
export type Outcome = Pick<GradedActivity, "share" | "state" | "verdict" | "mistakes">;

export const nothingHandedIn: Outcome = { share: 0, state: "missing", verdict: null, mistakes: [] };

/** Of `right` out of `all` parts, each worth the same. */
export const ofParts = (right: number, all: number, mistakes: string[]): Outcome => ({
  share: all === 0 ? 0 : right / all,
  state: right === all ? "passed" : right > 0 ? "partial" : "failed",
  verdict: null,
  mistakes,
});

/** Of code: all, or the stages that passed by their points. */
export function ofVerdict(verdict: Verdict): Outcome {
  if (verdict.kind === "passed") return { share: 1, state: "passed", verdict, mistakes: [] };
  if (verdict.kind === "internal-error") return { share: 0, state: "ungraded", verdict, mistakes: [] };
  const { stages = [], mistake } = verdict;
  const sum = (of: typeof stages): number => of.reduce((points, stage) => points + stage.points, 0);
  const all = sum(stages);
  const share = all === 0 ? 0 : sum(stages.filter(({ outcome }) => outcome === "passed")) / all;
  const state = share > 0 ? "partial" : "failed";
  return { share, state, verdict, mistakes: mistake === null ? [] : [mistake] };
}
