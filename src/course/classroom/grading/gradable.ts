import type { ActivityDefinition } from "../../activities/definition.ts";
import type { EncodedValue } from "../../exercise/value.ts";
import type { Verdict } from "../../exercise/verdict.ts";
import type { Repair } from "../../network/repair.ts";
import type { ActivityFacts } from "../graded.ts";
import type { Lab } from "../lab.ts";

/** An activity of the lab, with what grading it needs. */
export type Gradable = ActivityFacts & {
  /** Of its folder or file as it is here. */
  readonly version: string;
  readonly task: Task;
};

export type Task =
  /** Graded in the sandbox; `extraCases` are the teacher's own and come first. */
  | { readonly kind: "code"; readonly extraCases: readonly (readonly EncodedValue[])[] }
  | { readonly kind: "answers"; readonly definition: Pick<ActivityDefinition, "parts"> }
  /** Broken networks, by name. */
  | { readonly kind: "repairs"; readonly networks: ReadonlyMap<string, Repair> };

export type CodeRequest = {
  readonly exercise: string;
  readonly source: string;
  readonly seed: number;
  readonly runs: number;
  readonly extraCases: EncodedValue[][];
};

/** All that grading a class's hand-ins needs besides the hand-ins. */
export type Marking = {
  readonly lab: Pick<Lab, "number" | "due" | "late">;
  /** The teacher's: a student's own workbook may have drawn other cases. */
  readonly seed: number;
  /** In the lab's order. */
  readonly activities: readonly Gradable[];
  /** Grades code, in a worker. A failure of the grader is a verdict too. */
  readonly grade: (request: CodeRequest) => Promise<Verdict>;
};
