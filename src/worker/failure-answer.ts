import type { Failure } from "../course/exercise/verdict.ts";
import { internalError, timeoutVerdict } from "../course/grading/failures.ts";
import type { Request, Response } from "./messages.ts";

/** The answer to a request that ended in a verdict of the grader's own. */
export function failureAnswer(request: Request, failure: Failure): Response {
  switch (request.type) {
    case "grade":
      return { type: "graded", verdict: failure };
    case "try":
      return { type: "tried", results: [], failure };
    case "play":
      return { type: "played", report: null, failure };
  }
}

/** The watchdog's answer: the same bytes whatever had run. */
export const timeoutAnswer = (request: Request): Response =>
  failureAnswer(request, timeoutVerdict(request.seed));

export type WorkerFault =
  | "bad-request"
  | "unknown-exercise"
  | "loading-failed"
  | "grading-failed"
  | "worker-died"
  | "bad-answer"
  | "loading-too-long";

/** The grader's fault, with a code to report and the details for who mends it. */
export const faultAnswer = (request: Request, code: WorkerFault, detail: unknown): Response =>
  failureAnswer(request, {
    ...internalError(request.seed, detail),
    kind: "internal-error",
    code,
    detail: detail instanceof Error ? `${detail.name}: ${detail.message}` : String(detail),
  });
