import { useState } from "preact/hooks";
import { recordFolder } from "#course/activities/definition.ts";
import type { Student } from "#course/classroom/hand-in.ts";
import type { ReadImport } from "#course/classroom/read-import.ts";
import { sameStudent } from "#course/classroom/student-store.ts";
import type { Change } from "#course/progress/import-works.ts";
import { studentText } from "../../lab/hand-in-words.ts";
import { longDate } from "../../lab/words.ts";
import { words as common } from "../words.ts";
import { words } from "./words.ts";

export type ReadableImport = Extract<ReadImport, { ok: true }>;

type Props = {
  readonly file: ReadableImport;
  /** What importing would change here; only works that it changes. */
  readonly changes: readonly Change[];
  /** Who hands in from this browser. */
  readonly student: Student | null;
  readonly nameOf: (id: string) => string;
  /** `student`: whose name to keep from now on; null: the one that is here. */
  readonly accept: (student: Student | null) => void;
  readonly cancel: () => void;
};

/** What a file holds and would change, before anything is changed. */
export function ImportPreview({ file, changes, student, nameOf, accept, cancel }: Props) {
  const theirs = file.handIn?.student ?? null;
  const offered = theirs !== null && (student === null || !sameStudent(student, theirs)) ? theirs : null;
  // A name that is already here is replaced only where somebody asks for it.
  const [taken, setTaken] = useState(student === null);
  const title = titleOf(file);
  return (
    <section class="px-notice" aria-label={title} data-part="import-preview">
      <p>
        <strong>{title}</strong>
      </p>
      {!file.intact && <p data-notice="not-intact">{words.notIntact}</p>}
      {file.unreadable > 0 && <p data-notice="unreadable">{words.unreadable(file.unreadable)}</p>}
      {changes.length === 0 ? (
        <p>{words.importNothing}</p>
      ) : (
        <>
          <p>{words.importAsk}</p>
          <ul>
            {changes.map((change) => (
              <li key={change.exercise}>{`${nameOf(change.exercise)}\u202f: ${parts(change).join(", ")}`}</li>
            ))}
          </ul>
        </>
      )}
      {offered !== null && (
        <p>
          <label>
            <input
              type="checkbox"
              data-action="import-student"
              checked={taken}
              onChange={({ currentTarget }) => setTaken(currentTarget.checked)}
            />{" "}
            {student === null
              ? words.takeStudent(studentText(offered))
              : words.replaceStudent(studentText(student), studentText(offered))}
          </label>
        </p>
      )}
      {(changes.length > 0 || offered !== null) && (
        <button
          type="button"
          class="px-button primary"
          data-action="import-yes"
          onClick={() => accept(taken ? offered : null)}
        >
          {words.importDo}
        </button>
      )}{" "}
      <button type="button" class="px-link" data-action="import-cancel" onClick={cancel}>
        {common.cancel}
      </button>
    </section>
  );
}

function titleOf({ handIn, made }: ReadableImport): string {
  const date = Number.isNaN(made) ? null : longDate(made);
  return handIn === null ? words.importTitle(date) : words.handInTitle(handIn.lab, handIn.student.name, date);
}

const wordsOf = ({ exercise }: Change) => (exercise.startsWith(recordFolder) ? words.answers : words.text);

const parts = (change: Change): readonly string[] => [
  ...(change.text === "same" ? [] : [wordsOf(change)[change.text]]),
  ...(change.attempts === 0 ? [] : [words.attempts(change.attempts)]),
  ...(change.earlier === 0 ? [] : [words.earlier(change.earlier)]),
  ...(change.rest ? [words.rest] : []),
];
