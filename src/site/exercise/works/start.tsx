/** The page « Mes travaux »: fills the table and draws the controls. */
import { render } from "preact";
import { probeKey } from "#course/progress/keys.ts";
import { storageWorks } from "#course/progress/room.ts";
import { pageRecords } from "../page-records.ts";
import { fillTable } from "./table.ts";
import { Works } from "./Works.tsx";

const records = pageRecords();
const stores = storageWorks(records.storage, probeKey);
const controls = document.querySelector<HTMLElement>('[data-part="works"]');

const nameOf = (id: string): string =>
  document.querySelector(`[data-work-for="${CSS.escape(id)}"] [data-cell="name"]`)?.textContent.trim() ?? id;
const fill = (): void => fillTable(document, records);

fill();
const draw = (): void => {
  if (controls !== null)
    render(<Works records={records} nameOf={nameOf} stores={stores} changed={fill} />, controls);
};
draw();
records.storage.onChange(() => {
  fill();
  draw();
});
