import type { Verdict } from "../../../course/exercise/verdict.ts";
import type { Problem } from "../problem.ts";

/** The problem with a file of ours that could not even be called, or that the grader itself stumbled over. */
export function neverOpened(file: string, verdict: Verdict): Problem[] {
  if (verdict.kind === "internal-error") {
    return [{ code: "grader-failed", file, detail: `${verdict.code}: ${verdict.detail}` }];
  }
  if (verdict.kind === "did-not-compile") {
    const place = verdict.at === null ? "" : ` (${verdict.at.line}:${verdict.at.column})`;
    return [{ code: "does-not-open", file, detail: `${verdict.reason}${place} ${verdict.detail}`.trim() }];
  }
  if (verdict.kind !== "passed" && "during" in verdict && verdict.during === "load") {
    return [{ code: "does-not-open", file, detail: verdict.kind }];
  }
  return [];
}
