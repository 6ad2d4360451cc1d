import type { NotCompiled } from "../exercise/candidate.ts";
import { type Failed, stackOverflowAt } from "./bridge.ts";
import { reports } from "./guest.ts";
import { innermostPosition } from "./position.ts";

/** What the guest reported of an error, as an outcome. No report at all: there was no room to make one. */
export function thrown(report: readonly unknown[] | null, code: string): Failed {
  if (report === null) return { kind: "out-of-memory" };
  if (report[0] === reports.tooLarge)
    return { kind: "threw", code: "too-large", name: "", message: "", at: null };
  const [name, message, stack] = report.slice(3, 6).map(String);
  const at = innermostPosition(stack ?? "", code);
  if (name === "InternalError" && (message === "out of memory" || message === "string too long"))
    return { kind: "out-of-memory" };
  // The engine's parsers call it a SyntaxError.
  if ((name === "InternalError" || name === "SyntaxError") && message === "stack overflow")
    return stackOverflowAt((stack ?? "").split("\n").length > fewFrames ? at : null);
  return { kind: "threw", code: "error", name: name ?? "", message: message ?? "", at };
}

/**
 * An overflow with so few frames is the engine's own recursion (a deep array in `JSON.stringify`). Whether the engine
 * notices or the host depends on the host's stack; so that both say the same, it ends the sandbox without a place.
 */
const fewFrames = 20;

/** The same for an error while the module was loading, which may be that it is no module at all. */
export function notLoaded(report: readonly unknown[] | null, code: string): Failed | NotCompiled {
  const failed = thrown(report, code);
  // Only an error of the running program has a frame of the module in its stack, in parentheses.
  if (failed.kind !== "threw" || /\(exercise\.ts:/.test(String(report?.[5]))) return failed;
  const { name, message, at } = failed;
  if (name === "SyntaxError") return { kind: "did-not-compile", reason: "syntax", at, detail: message };
  if (name === "ReferenceError" && message.startsWith("could not load module"))
    return { kind: "did-not-compile", reason: "import", at, detail: message };
  return failed;
}

/** A top-level `await` on a promise that nothing can settle any more: there are no timers and no events. */
export const unsettled: Failed = {
  kind: "threw",
  code: "error",
  name: "Error",
  message: "top-level await: the promise never settles",
  at: null,
};
