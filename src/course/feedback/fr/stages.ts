import type { Strings } from "../strings.ts";
import { count, frenchNumber } from "./typography.ts";

/** What is said of the stages of an exercise. */
export const stages = {
  stage: (place, name) => `Étape ${place} : ${name}`,
  results: {
    passed: (points) => `réussie, ${count(points, "point", "points")}`,
    failed: () => "à revoir",
    "not-reached": () => "pas atteinte",
  },
  total: (earned, of) => `${count(earned, "point", "points")} sur ${frenchNumber(of)}.`,
} satisfies Strings["stages"];
