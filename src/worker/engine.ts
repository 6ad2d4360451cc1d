import type { Engine } from "../course/grading/engine.ts";
import type { TypeStripper } from "../course/grading/strip-types.ts";
import { openCandidate } from "../course/sandbox/open.ts";

/** Opens learners' files; one engine serves any number of them. `quickjs` is the compiled `@jitl/quickjs-wasmfile-release-sync`. */
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
