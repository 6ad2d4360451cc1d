import { render } from "preact";
import { figureSchema } from "#course/network/figure.ts";
import { runFigure } from "#course/network/run-figure.ts";
import { parseJson } from "#course/progress/records.ts";
import { repairSchema } from "#course/network/repair.ts";
import { pageRecords } from "../exercise/page-records.ts";
import "../packet/install.ts";
import { NetworkDesk } from "./NetworkDesk.tsx";
import { Repair } from "./Repair.tsx";
import { OwnNetwork } from "./OwnNetwork.tsx";
import { NetworkPlayer } from "./NetworkPlayer.tsx";

/** Puts the player in the place of the still drawing. Throws when the page is not as agreed. */
export function openNetwork(element: HTMLElement): void {
  const place = element.querySelector<HTMLElement>('[data-part="player"]');
  const still = element.querySelector<HTMLElement>('[data-part="still"]');
  if (place === null || still === null) throw new Error("parts are missing");
  const data = parseJson(element.querySelector('script[data-part="figure"]')?.textContent ?? "");

  const fileName = element.dataset["name"] ?? "prip";
  const networks = element.dataset["repair"];
  if (networks !== undefined) {
    still.hidden = true;
    const repair = repairSchema.parse(data);
    render(<Repair name={fileName} repair={repair} records={pageRecords()} all={Number(networks)} />, place);
    place.querySelector("input")?.focus();
    return;
  }
  const figure = figureSchema.parse(data);
  const own = element.dataset["own"];
  if (own !== undefined) {
    still.hidden = true;
    const lines = element.dataset["lines"]?.split(";") ?? null;
    render(<OwnNetwork figure={figure} fileName={fileName} entries={own.split(" ")} lines={lines} />, place);
    place.querySelector("input")?.focus();
    return;
  }
  if ("terminal" in element.dataset) {
    still.hidden = true;
    render(<NetworkDesk figure={figure} fileName={fileName} seed={seed} />, place);
    place.querySelector("input")?.focus();
    return;
  }
  const run = runFigure(figure, seed);
  if (!run.ok) throw new Error(run.faults.map(({ path, code }) => `${path}: ${code}`).join(", "));
  still.hidden = true;
  render(<NetworkPlayer figure={figure} journal={run.journal} fileName={fileName} />, place);
  place.querySelector<HTMLButtonElement>('[data-action="play"]')?.focus();
}

const seed = 1;
