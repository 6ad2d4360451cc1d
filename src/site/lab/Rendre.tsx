import { useState } from "preact/hooks";
import { handInFileName, writeHandIn, type Student } from "#course/classroom/hand-in.ts";
import { makeHandIn, workedSince } from "#course/classroom/make-hand-in.ts";
import { phaseOf } from "#course/classroom/phase.ts";
import {
  keepStudent,
  keptStudent,
  lastHandIn,
  noteHandIn,
  type LastHandIn,
} from "#course/classroom/student-store.ts";
import type { Records } from "#course/progress/records.ts";
import { download } from "../exercise/works/download.ts";
import type { LabFacts } from "./facts.ts";
import { words } from "./hand-in-words.ts";
import { Overview } from "./Overview.tsx";
import { Signature } from "./Signature.tsx";
import { longDate, timelinessText } from "./words.ts";

type Props = { readonly facts: LabFacts; readonly records: Records };

/** Says what would be handed in, asks for a name once, makes the file, and says what to do with it. */
export function Rendre({ facts, records }: Props) {
  // Where the browser stores nothing, both live as long as the page.
  const [unsaved, setUnsaved] = useState<Student | null>(null);
  const [unsavedLast, setUnsavedLast] = useState<LastHandIn | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const last = lastHandIn(records, facts.lab) ?? unsavedLast;

  const handIn = (student: Student): void => {
    setUnsaved(student);
    keepStudent(records, student);
    const { lab, workbook, activities } = facts;
    const made = makeHandIn(records, { lab, student, workbook, activities });
    const file = handInFileName(made);
    download(file, writeHandIn(made));
    setUnsavedLast({ file, made: made.made });
    noteHandIn(records, lab, { file, made: made.made });
    setSaid(words.made(file));
  };

  return (
    <section>
      <h2>{words.title}</h2>
      <Overview activities={facts.activities} records={records} />
      <Signature student={keptStudent(records) ?? unsaved} handIn={handIn} />
      <p role="status" data-says>
        {said}
      </p>
      {last !== null && <Handed last={last} facts={facts} records={records} />}
    </section>
  );
}

function Handed({ last: { file, made }, facts, records }: Props & { readonly last: LastHandIn }) {
  const title = words.lastTitle(longDate(made));
  const ids = facts.activities.map(({ id }) => id);
  return (
    <section class="px-notice" aria-label={title} data-part="handed">
      <p>
        <strong>{title}</strong>
      </p>
      <p>
        {words.file} <code>{file}</code>
      </p>
      <p data-timeliness>{timelinessText(phaseOf(facts.times, made))}</p>
      {workedSince(records, ids, made) && <p data-notice="stale">{words.stale}</p>}
      <p>{words.deposit}</p>
      <p>{words.replaces}</p>
    </section>
  );
}
