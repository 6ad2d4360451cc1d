import { useRef, useState } from "preact/hooks";
import type { Student } from "#course/classroom/hand-in.ts";
import { readImport } from "#course/classroom/read-import.ts";
import { keepStudent, keptStudent } from "#course/classroom/student-store.ts";
import { changesNothing, changesOf, importWorks, type Change } from "#course/progress/import-works.ts";
import type { Records } from "#course/progress/records.ts";
import { DropBox } from "../../files/DropBox.tsx";
import { ImportPreview, type ReadableImport } from "./ImportPreview.tsx";
import { words } from "./words.ts";

type Props = {
  readonly records: Records;
  /** `03.1 Somme de contrôle` for an id. */
  readonly nameOf: (id: string) => string;
  readonly changed: () => void;
};
type Offer = { readonly file: ReadableImport; readonly changes: readonly Change[] };

/** Takes an export or a hand-in, shows what it would change, and imports it once agreed. */
export function ImportBox({ records, nameOf, changed }: Props) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  /** The focus was in what goes away. */
  const close = (): void => {
    setOffer(null);
    input.current?.focus();
  };

  const take = async (chosen: File | undefined): Promise<void> => {
    setOffer(null);
    if (chosen === undefined) return;
    const text = await chosen.text().catch(() => null);
    if (text === null) {
      setSaid(words.failures["not-read"]);
      return;
    }
    const file = readImport(text);
    if (!file.ok) {
      setSaid(words.failures[file.code]);
      return;
    }
    setSaid(null);
    const changes = changesOf(records, file.works).filter((change) => !changesNothing(change));
    setOffer({ file, changes });
  };
  const accept = (student: Student | null): void => {
    if (offer === null) return;
    const kept = student === null ? "written" : keepStudent(records, student);
    const merged = importWorks(records, offer.file.works);
    const result = merged === "written" ? kept : merged;
    setSaid({ written: words.imported, full: words.importFull, refused: words.importRefused }[result]);
    close();
    changed();
  };

  return (
    <DropBox
      part="import"
      action="import"
      label={words.import}
      accept=".json,application/json"
      take={(file) => void take(file)}
      field={input}
    >
      <p class="px-quiet">{words.importHelp}</p>
      <p role="status" data-says>
        {said}
      </p>
      {offer !== null && (
        <ImportPreview
          {...offer}
          student={keptStudent(records)}
          nameOf={nameOf}
          accept={accept}
          cancel={close}
        />
      )}
    </DropBox>
  );
}
