import { count, frenchNumber } from "../../feedback/fr/typography.ts";
import type { GradedActivity } from "../graded.ts";

/** What became of an activity, in a table. */
export const stateWords: Readonly<Record<GradedActivity["state"], string>> = {
  passed: "réussi",
  partial: "en partie",
  failed: "à revoir",
  missing: "non rendu",
  ungraded: "non noté",
};

/** Never colour alone: a sign goes with the word. */
export const stateSigns: Readonly<Record<GradedActivity["state"], string>> = {
  passed: "✓",
  partial: "◐",
  failed: "✗",
  missing: "–",
  ungraded: "!",
};

/** The class of a state's colour. */
export const stateTones: Readonly<Record<GradedActivity["state"], string>> = {
  passed: "right",
  partial: "attention",
  failed: "wrong",
  missing: "quiet",
  ungraded: "attention",
};

/** « 2,5 points sur 4 ». */
export const pointsText = (points: number, of: number): string =>
  `${count(points, "point", "points")} sur ${frenchNumber(of)}`;
