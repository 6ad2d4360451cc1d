import { french } from "../../feedback/fr/typography.ts";
import type { GradedHandIn } from "../graded.ts";

/** « Retard : 2 jours, 80 % des points gardés. » */
export const lateText = ({ daysLate, kept }: Pick<GradedHandIn, "daysLate" | "kept">): string =>
  french`Retard : ${daysLate === 1 ? "1 jour" : `${daysLate} jours`}, ${Math.round(kept * 100)} % des points gardés.`;
