import { useState } from "preact/hooks";
import { recordFolder } from "#course/activities/definition.ts";
import { changesNothing, changesOf, importWorks, type Change } from "#course/progress/import-works.ts";
import type { Records } from "#course/progress/records.ts";
import { readFile, type ReadFile } from "#course/progress/works-file.ts";
import { words as common } from "../words.ts";
import { words } from "./words.ts";

type Props = {
  readonly records: Records;
  /** `03.1 Somme de contrôle` for an id. */
  readonly nameOf: (id: string) => string;
  readonly changed: () => void;
};
type Offer = { readonly file: Extract<ReadFile, { ok: true }>; readonly changes: readonly Change[] };

/** Takes a file, shows what it would change, and imports it once agreed. */
export function ImportBox({ records, nameOf, changed }: Props) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  const take = async (chosen: File | undefined): Promise<void> => {
    setOffer(null);
    if (chosen === undefined) return;
    const text = await chosen.text().catch(() => null);
    if (text === null) {
      setSaid(words.failures["not-read"]);
      return;
    }
    const file = readFile(text);
    if (!file.ok) {
      setSaid(words.failures[file.code]);
      return;
    }
    setSaid(null);
    const changes = changesOf(records, file.works).filter((change) => !changesNothing(change));
    setOffer({ file, changes });
  };
  const accept = (): void => {
    if (offer === null) return;
    const result = importWorks(records, offer.file.works);
    setSaid({ written: words.imported, full: words.importFull, refused: words.importRefused }[result]);
    setOffer(null);
    changed();
  };

  return (
    <div
      class="px-drop"
      data-over={over ? "" : undefined}
      data-part="import"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <label class="px-file">
        {words.import}
        <input
          type="file"
          accept=".json,application/json"
          data-action="import"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            currentTarget.value = "";
          }}
        />
      </label>
      <p class="px-quiet">{words.importHelp}</p>
      <p role="status" data-says>
        {said}
      </p>
      {offer !== null && (
        <Preview offer={offer} nameOf={nameOf} accept={accept} cancel={() => setOffer(null)} />
      )}
    </div>
  );
}

type PreviewProps = {
  readonly offer: Offer;
  readonly nameOf: (id: string) => string;
  readonly accept: () => void;
  readonly cancel: () => void;
};

function Preview({ offer: { file, changes }, nameOf, accept, cancel }: PreviewProps) {
  const date = new Date(file.exported);
  const title = words.importTitle(
    Number.isNaN(date.getTime())
      ? file.exported
      : date.toLocaleString("fr", { dateStyle: "long", timeStyle: "short" }),
  );
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
              <li key={change.exercise}>
                {nameOf(change.exercise)} : {parts(change).join(", ")}
              </li>
            ))}
          </ul>
          <button type="button" class="px-button primary" data-action="import-yes" onClick={accept}>
            {words.importDo}
          </button>{" "}
        </>
      )}
      <button type="button" class="px-link" data-action="import-cancel" onClick={cancel}>
        {common.cancel}
      </button>
    </section>
  );
}

const wordsOf = ({ exercise }: Change) => (exercise.startsWith(recordFolder) ? words.answers : words.text);

const parts = (change: Change): readonly string[] => [
  ...(change.text === "same" ? [] : [wordsOf(change)[change.text]]),
  ...(change.attempts === 0 ? [] : [words.attempts(change.attempts)]),
  ...(change.earlier === 0 ? [] : [words.earlier(change.earlier)]),
  ...(change.rest ? [words.rest] : []),
];
