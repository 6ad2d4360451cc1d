import { pointsFor, type ActivityFacts, type GradedHandIn } from "../graded.ts";
import { gradedOf } from "./class-report.ts";

type Activities = { readonly activities: readonly ActivityFacts[] };

/** Points of a hand-in, after lateness, to two decimals. */
export const totalOf = ({ activities }: Activities, handIn: GradedHandIn): number =>
  round(
    activities.reduce(
      (sum, facts) => sum + pointsFor(handIn, gradedOf(handIn, facts.id)?.share ?? 0, facts),
      0,
    ),
  );

/** The most that the lab gives. */
export const maximumOf = ({ activities }: Activities): number =>
  round(activities.reduce((sum, { points }) => sum + points, 0));

const round = (points: number): number => Math.round(points * 100) / 100;
