import type { Verdict } from "../../../course/exercise/verdict.ts";
import type { Problem } from "../problem.ts";

/** The problem when the grader itself stumbled over a file. */
export const graderFailure = (file: string, verdict: Verdict): Problem | null =>
  verdict.kind === "internal-error"
    ? { code: "grader-failed", file, detail: `${verdict.code}: ${verdict.detail}` }
    : null;
