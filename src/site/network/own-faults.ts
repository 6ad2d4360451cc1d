import type { PlayFault } from "#course/playing/request.ts";
import { ownWords as words } from "./own-words.ts";

/** What is said after a command: that it has ended, or which function ended the play and how. */
export function faultText(fault: PlayFault | null): string {
  if (fault === null) return words.done;
  const { entry, kind, detail, line } = fault;
  switch (kind) {
    case "not-opened":
      return words.notOpened(entry);
    case "threw":
      return words.threw(entry, detail, line);
    case "out-of-budget":
      return words.endless(entry);
    case "out-of-memory":
      return words.memory(entry);
    case "unusable":
      return words.unusable(entry, detail);
    case "restless":
      return words.restless(entry, detail);
  }
}

/** What is said where the worker gave no report: the kind of its failure. */
export const failureText = (kind: string | undefined): string =>
  kind === "timeout" ? words.stopped : words.failed;
