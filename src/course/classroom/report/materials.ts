import type { ActivityDefinition } from "../../activities/definition.ts";
import type { Context } from "../../feedback/facts.ts";

/** What reports take from an activity's own files, to say in its words what went wrong. */
export type Material =
  | {
      readonly kind: "exercise";
      readonly context: Context;
      /** Texts that every student was given (starter, code of the statement): no sign of copying. */
      readonly given: readonly string[];
    }
  | { readonly kind: "activity"; readonly activity: ActivityDefinition };

/** By the name of the record, `ipv4/checksum`. What is not in it is shown by its names and figures alone. */
export type Materials = ReadonlyMap<string, Material>;
