import type { Part } from "#course/activities/parts.ts";
import type { ActivitySession, ActivityState } from "../session.ts";

/** What the component of one kind of part is given. */
export type PartProps<Kind extends Part["kind"]> = {
  readonly session: ActivitySession;
  readonly state: ActivityState;
  readonly part: Extract<Part, { kind: Kind }>;
  /** Ids on the page begin with this. */
  readonly base: string;
};
