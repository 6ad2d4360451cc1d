/**
 * Where each lab of the page stands now: `[data-lab-status]` with `data-opens`, `data-due` (milliseconds since 1970),
 * `data-points` and, where lateness has a price, `data-late-percent` and `data-late-days` gets its sentence and
 * `data-phase`, again and again as time goes on. Without script the dates stand beside it.
 */
import { phaseOf, type LabTimes } from "#course/classroom/phase.ts";
import { statusText } from "./words.ts";

function timesOf({ dataset }: HTMLElement): LabTimes {
  const [opens, due] = [Number(dataset["opens"]), Number(dataset["due"])];
  const [percent, days] = [dataset["latePercent"], dataset["lateDays"]];
  if (percent === undefined || days === undefined) return { opens, due };
  return { opens, due, late: { percentPerDay: Number(percent), days: Number(days) } };
}

function fill(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-lab-status]")) {
    const phase = phaseOf(timesOf(place), Date.now());
    const text = statusText(phase, Number(place.dataset["points"]));
    place.dataset["phase"] = phase.kind;
    if (place.textContent !== text) place.textContent = text;
  }
}

fill();
setInterval(fill, 10_000);
