/** The page of a lab: fills the table, draws the hand-in and the box that opens one again. */
import { render } from "preact";
import { probeKey } from "#course/progress/keys.ts";
import { parseJson } from "#course/progress/records.ts";
import { storageWorks } from "#course/progress/room.ts";
import { pageRecords } from "../exercise/page-records.ts";
import { ImportBox } from "../exercise/works/ImportBox.tsx";
import { fillTable } from "../exercise/works/table.ts";
import { words as worksWords } from "../exercise/works/words.ts";
import { labFacts } from "./facts.ts";
import { Rendre } from "./Rendre.tsx";
import { words } from "./hand-in-words.ts";

const records = pageRecords();
const stores = storageWorks(records.storage, probeKey);
const place = document.querySelector<HTMLElement>('[data-part="lab"]');
const facts = labFacts.parse(
  parseJson(document.querySelector('script[data-part="facts"]')?.textContent ?? ""),
);

function draw(): void {
  fillTable(document, records);
  if (place === null) return;
  render(
    <>
      {!stores && (
        <p class="px-notice attention" data-notice="storage">
          {worksWords.refused}
        </p>
      )}
      <Rendre facts={facts} records={records} />
      <section>
        <h2>{words.againTitle}</h2>
        <p>{words.againText}</p>
        <ImportBox records={records} nameOf={(id) => facts.names[id] ?? id} changed={draw} />
      </section>
    </>,
    place,
  );
}

draw();
records.storage.onChange(draw);
