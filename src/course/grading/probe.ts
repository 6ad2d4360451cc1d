import type { CallReport, Candidate, Opened } from "../exercise/candidate.ts";
import { hitLimit } from "./run-cases.ts";

/** Calls the learner's function apart from the run, to try one input on its own. */
export type Probe = { call(args: readonly unknown[]): Promise<CallReport>; dispose(): void };

/**
 * A probe on fresh sandboxes: one as long as all goes well, another after a call that left the old one answering
 * everything alike (memory or stack gone, the whole budget spent).
 */
export function createProbe(open: () => Promise<Opened>): Probe {
  let candidate: Candidate | null = null;
  return {
    async call(args) {
      candidate ??= await openAgain(open);
      const report = candidate.call(args);
      if (isDeadAfter(report)) {
        candidate.dispose();
        candidate = null;
      }
      return report;
    },
    dispose: () => candidate?.dispose(),
  };
}

const isDeadAfter = (report: CallReport): boolean =>
  hitLimit(report) && !(report.outcome.kind === "out-of-budget" && report.outcome.limit === "case");

async function openAgain(open: () => Promise<Opened>): Promise<Candidate> {
  const opened = await open();
  if (opened.kind !== "opened") throw new Error(`the file opened once and then did not: ${opened.kind}`);
  return opened.candidate;
}
