import type { CallReport, Candidate } from "../../course/exercise/candidate.ts";
import type { Engine } from "../../course/grading/engine.ts";
import { sharedEntry } from "../../course/grading/shared-module.ts";

type Call = { readonly args: readonly unknown[]; readonly report: CallReport };

/**
 * An engine that asks nothing twice. A Candidate is deterministic: the same file, opened with the same seed and budget
 * and called with the same arguments in the same order, reports the same. Several rules ask that; who asks later is
 * told what the first heard. Arguments are the same when they are the same objects.
 */
export function replaying(engine: Engine): Engine {
  const tapes = new Map<string, readonly Call[]>();
  return {
    async open(source, entry, seed, budget) {
      const opened = await engine.open(source, entry, seed, budget);
      // What many files share is asked about in every order.
      if (opened.kind !== "opened" || entry === sharedEntry) return opened;
      const key = JSON.stringify([source, entry, seed, budget]);
      const { candidate, heard } = taped(opened.candidate, tapes.get(key) ?? []);
      tapes.set(key, heard);
      return { kind: "opened", candidate };
    },
  };
}

/** A candidate that answers from a tape as far as the same is asked, and by itself from there on; `heard` grows. */
function taped(real: Candidate, before: readonly Call[]): { candidate: Candidate; heard: readonly Call[] } {
  const heard: Call[] = [];
  let live = false;
  const call = (args: readonly unknown[]): CallReport => {
    const known = before[heard.length];
    if (!live && known !== undefined && same(known.args, args)) return known.report;
    if (!live) for (const one of heard) real.call(one.args);
    live = true;
    return real.call(args);
  };
  const candidate: Candidate = {
    call(args) {
      const report = call(args);
      heard.push({ args, report });
      return report;
    },
    dispose: () => real.dispose(),
  };
  return { candidate, heard };
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
