import { render } from "preact";
import { parseJson } from "#course/progress/records.ts";
import { pageRecords } from "../exercise/page-records.ts";
import { progressChanged } from "../exercise/progress-changed.ts";
import { activityFacts } from "./facts.ts";
import { createActivitySession } from "./session.ts";
import { Activity } from "./ui/Activity.tsx";

/** Puts the controls in the place of the static activity. Throws when the page is not as agreed. */
export function openActivityOn(element: HTMLElement, focus: boolean): void {
  const place = element.querySelector<HTMLElement>('[data-part="live"]');
  const still = element.querySelector<HTMLElement>('[data-part="static"]');
  if (place === null || still === null) throw new Error("parts are missing");
  const facts = activityFacts.parse(
    parseJson(element.querySelector('script[data-part="facts"]')?.textContent ?? ""),
  );
  const session = createActivitySession(facts, pageRecords());
  const level = "auto" in element.dataset ? 2 : 4;
  render(<Activity session={session} facts={facts} level={level} />, place);
  still.remove();
  place.hidden = false;
  element.dataset["open"] = "";
  if (focus) place.focus({ preventScroll: true });
  let last = "";
  session.subscribe(() => {
    const { passed, answers } = session.state();
    const now = `${String(passed)} ${String(Object.keys(answers.parts).length > 0)}`;
    if (now !== last) document.dispatchEvent(new Event(progressChanged));
    last = now;
  });
}
