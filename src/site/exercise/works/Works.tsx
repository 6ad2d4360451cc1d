import { useState } from "preact/hooks";
import { eraseAll, eraseDamaged, eraseEarlier } from "#course/progress/erase.ts";
import { allDamaged } from "#course/progress/keys.ts";
import type { Records } from "#course/progress/records.ts";
import { roomTaken } from "#course/progress/room.ts";
import { exportWorks, fileName } from "#course/progress/works-file.ts";
import { Ask } from "../ui/Ask.tsx";
import { download } from "./download.ts";
import { ImportBox } from "./ImportBox.tsx";
import { words } from "./words.ts";

type Props = {
  readonly records: Records;
  readonly nameOf: (id: string) => string;
  /** Whether the browser stores anything here; asked once, since asking writes and other tabs hear it. */
  readonly stores: boolean;
  /** Called when the records were changed here. */
  readonly changed: () => void;
};

/** Export, import, room, erase. */
export function Works({ records, nameOf, stores, changed }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const [, redraw] = useState(0);
  const after = (sentence: string | null): void => {
    setSaid(sentence);
    redraw((count) => count + 1);
    changed();
  };
  const save = (): void => {
    download(fileName, exportWorks(records));
    setSaid(words.exported(fileName));
  };
  return (
    <>
      <section>
        <h2>{words.fileTitle}</h2>
        <p>{words.fileText}</p>
        <p>
          <button type="button" class="px-button primary" data-action="export" onClick={save}>
            {words.export}
          </button>
        </p>
        <p role="status" data-says>
          {said}
        </p>
        <ImportBox records={records} nameOf={nameOf} changed={() => after(null)} />
      </section>
      <Room records={records} stores={stores} after={after} />
      <section>
        <h2>{words.eraseTitle}</h2>
        <p>{words.eraseText}</p>
        <p class="px-more">
          <button type="button" class="px-link" data-action="export-first" onClick={save}>
            {words.export}
          </button>
          <Ask
            hook="erase"
            label={words.erase}
            question={words.eraseAsk}
            act={() => {
              eraseAll(records.storage);
              after(words.erased);
            }}
          />
        </p>
      </section>
    </>
  );
}

type RoomProps = {
  readonly records: Records;
  readonly stores: boolean;
  readonly after: (said: string | null) => void;
};

function Room({ records, stores, after }: RoomProps) {
  const { storage } = records;
  const room = roomTaken(storage);
  return (
    <section data-part="room">
      <h2>{words.roomTitle}</h2>
      {stores ? (
        <p>{words.room(room.all)}</p>
      ) : (
        <p class="px-notice attention" data-notice="storage">
          {words.refused}
        </p>
      )}
      {room.earlier > 0 && (
        <p class="px-more">
          <Ask
            hook="erase-earlier"
            label={words.eraseEarlier}
            question={words.eraseEarlierAsk(room.earlier)}
            act={() => {
              eraseEarlier(storage);
              after(null);
            }}
          />
        </p>
      )}
      {room.damages > 0 && (
        <div class="px-notice attention" data-notice="damaged">
          <p>{words.damaged(room.damages, room.damaged)}</p>
          <p class="px-more">
            <button
              type="button"
              class="px-link"
              data-action="save-damaged"
              onClick={() => saveDamaged(records)}
            >
              {words.saveDamaged}
            </button>
            <Ask
              hook="erase-damaged"
              label={words.eraseDamaged}
              question={words.eraseDamagedAsk}
              act={() => {
                eraseDamaged(storage);
                after(null);
              }}
            />
          </p>
        </div>
      )}
    </section>
  );
}

function saveDamaged({ storage }: Records): void {
  const found = storage.keys().filter((key) => key.startsWith(allDamaged));
  download(
    "prip-abimes.json",
    JSON.stringify(
      found.map((key) => ({ key, text: storage.read(key) })),
      null,
      1,
    ),
  );
}
