import { useState } from "preact/hooks";
import type { OfferedFile } from "#course/classroom/intake/unpack.ts";
import { Inline } from "../exercise/ui/Inline.tsx";
import { chosenFiles, droppedFiles, offeredFiles } from "./offered-files.ts";
import { words } from "./words.ts";

type Props = {
  readonly labs: readonly { readonly number: string; readonly name: string }[];
  readonly lab: string;
  readonly setLab: (lab: string) => void;
  readonly take: (files: readonly OfferedFile[]) => void;
  readonly busy: boolean;
};

/** The lab, and the files: dropped, or chosen with a field. */
export function FileChoice({ labs, lab, setLab, take, busy }: Props) {
  const [over, setOver] = useState(false);
  const choose = async ({ files }: HTMLInputElement): Promise<void> => {
    if (files !== null && files.length > 0) take(await offeredFiles(chosenFiles(files)));
  };
  const drop = async (items: DataTransferItemList): Promise<void> =>
    take(await offeredFiles(await droppedFiles(items)));
  return (
    <>
      <label class="px-field">
        {words.lab}
        <select
          value={lab}
          disabled={busy}
          data-action="lab"
          onChange={({ currentTarget }) => setLab(currentTarget.value)}
        >
          <option value="">{words.labNamed}</option>
          {labs.map(({ number, name }) => (
            <option key={number} value={number}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p class="px-quiet">
        <Inline text={words.labHelp} />
      </p>
      <div
        class="px-drop"
        data-part="drop"
        data-over={over ? "" : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!busy && event.dataTransfer !== null) void drop(event.dataTransfer.items);
        }}
      >
        <p>{words.drop}</p>
        <label class="px-file">
          {words.chooseFolder}
          <input
            type="file"
            {...folder}
            disabled={busy}
            data-action="folder"
            onChange={({ currentTarget }) => void choose(currentTarget)}
          />
        </label>
        <label class="px-file">
          {words.chooseFiles}
          <input
            type="file"
            multiple
            disabled={busy}
            data-action="files"
            onChange={({ currentTarget }) => void choose(currentTarget)}
          />
        </label>
      </div>
    </>
  );
}

/** Not in preact's types. */
const folder = { webkitdirectory: true };
