import type { Opened } from "../course/exercise/candidate.ts";
import type { Budget } from "../course/exercise/exercise.ts";
import type { TypeStripper } from "../course/grading/strip-types.ts";
import { openCandidate } from "../course/sandbox/open.ts";

/** Opens learners' files: what grading needs of the machinery around it. One engine serves any number of files. */
export type Engine = {
  /** `source` is the file as typed; `entry` the name that it must export; `seed` that of `Math.random`, 32 bits. */
  open(source: string, entry: string, seed: number, budget: Budget): Promise<Opened>;
};

/** `quickjs` is the compiled `@jitl/quickjs-wasmfile-release-sync`. */
export function createEngine(parts: {
  readonly quickjs: WebAssembly.Module;
  readonly stripper: TypeStripper;
}): Engine {
  return {
    open: async (source, entry, seed, budget) => {
      const stripped = parts.stripper.strip(source);
      if (stripped.kind !== "stripped") return stripped;
      return openCandidate(parts.quickjs, { code: stripped.code, entry, seed, budget });
    },
  };
}
