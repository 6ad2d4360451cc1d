import { count, french, frenchNumber } from "#course/feedback/fr/typography.ts";
import { countsUntil, type LabTimes, type Phase } from "#course/classroom/phase.ts";

const date = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "full",
  timeStyle: "short",
  timeZone: "Europe/Paris",
});

/**
 * « lundi 1er février 2027 à 20:00 », in Paris, wherever the reader is. Instants in milliseconds since 1970. The first
 * of a month is an ordinal in French, which `Intl` does not know.
 */
export const longDate = (instant: number): string => date.format(instant).replace(/ 1 (?=\p{L})/u, " 1er ");

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** « 3 jours et 4 heures », with the two largest units; rounded down. Milliseconds. */
export function duration(ms: number): string {
  const units: readonly (readonly [number, string, string])[] = [
    [day, "jour", "jours"],
    [hour, "heure", "heures"],
    [minute, "minute", "minutes"],
  ];
  const parts = units.map(([size, one, many], at) => {
    const around = units[at - 1]?.[0];
    const value = Math.floor((around === undefined ? ms : ms % around) / size);
    return { value, text: count(value, one, many) };
  });
  const first = parts.findIndex(({ value }) => value > 0);
  if (first === -1) return "moins d’une minute";
  return parts
    .slice(first, first + 2)
    .filter(({ value }) => value > 0)
    .map(({ text }) => text)
    .join(" et ");
}

const percent = (value: number): string => `${frenchNumber(value)}\u202f%`;

/** What a late hand-in loses, as a rule with its last date. */
export function latenessRule(lab: LabTimes): string {
  const { late } = lab;
  const until = countsUntil(lab);
  if (late === undefined || until === null) return french`Une remise en retard garde tous ses points.`;
  if (until === lab.due) return french`Une remise en retard ne compte pas.`;
  const price =
    late.percentPerDay === 0
      ? french`Un retard ne retire rien`
      : french`Chaque jour de retard commencé retire ${percent(late.percentPerDay)} des points`;
  return french`${price}, jusqu’au ${longDate(until)}. Ensuite, une remise ne compte plus.`;
}

/** Where the lab stands now, in one sentence; `points`: the most that it gives. */
export function statusText(phase: Phase, points: number): string {
  switch (phase.kind) {
    case "before":
      return french`Ouvre dans ${duration(phase.opensIn)}.`;
    case "open":
      return french`Ouvert : il reste ${duration(phase.left)}.`;
    case "late": {
      const since = `${count(phase.days, "jour", "jours")} de retard`;
      return phase.kept === 1
        ? french`${since} : une remise faite maintenant garde tous ses points.`
        : french`${since} : une remise faite maintenant perd ${percent(100 * (1 - phase.kept))} de ses points, et en garde au plus ${frenchNumber(points * phase.kept)} sur ${frenchNumber(points)}.`;
    }
    case "closed":
      return french`Terminé : une remise ne compte plus.`;
  }
}

/** Whether a hand-in of that moment is in time, and what lateness leaves of it. */
export function timelinessText(phase: Phase): string {
  switch (phase.kind) {
    case "before":
    case "open":
      return french`Elle est faite à temps.`;
    case "late":
      return phase.kept === 1
        ? french`Elle est en retard, et garde tous ses points.`
        : french`Elle est en retard de ${count(phase.days, "jour", "jours")}, et garde ${percent(100 * phase.kept)} de ses points.`;
    case "closed":
      return french`Elle est faite après la dernière date, et ne compte pas.`;
  }
}
