import { useState } from "preact/hooks";
import { readCaptureFile, type CaptureFile } from "#course/network/capture-file.ts";
import { CaptureView } from "./CaptureView.tsx";
import { words } from "./words.ts";

type Opened = { readonly name: string; readonly file: Extract<CaptureFile, { ok: true }> };

/** Takes a capture file and shows what is in it; says what is wrong with one that it cannot read. */
export function Captures() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState("");
  const [over, setOver] = useState(false);

  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setSaid(words.reading);
    const bytes = await chosen.arrayBuffer().catch(() => null);
    if (bytes === null) {
      setSaid(words.failures.unreadable);
      return;
    }
    const file = readCaptureFile(new Uint8Array(bytes));
    if (!file.ok) {
      setOpened(null);
      setSaid(file.code === "empty" ? words.failures.empty : words.failures["no-capture"](file.offset));
      return;
    }
    setOpened({ name: chosen.name, file });
    setSaid(
      [
        words.read(chosen.name, file.frames.length, file.format),
        ...(file.cutAt === null ? [] : [words.cut(file.cutAt)]),
        ...(file.frames.some(({ link }) => link === null) ? [words.unknownLink] : []),
      ].join(" "),
    );
  };

  return (
    <>
      <div
        class="px-drop"
        data-over={over ? "" : undefined}
        data-part="capture"
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
          {words.choose}
          <input
            type="file"
            accept=".pcap,.pcapng,.cap"
            data-action="choose-capture"
            onChange={({ currentTarget }) => {
              void take(currentTarget.files?.[0]);
              currentTarget.value = "";
            }}
          />
        </label>
        <p class="quiet">{words.help}</p>
      </div>
      <p role="status" data-says>
        {said}
      </p>
      {opened !== null && <CaptureView key={opened.name} file={opened.file} />}
    </>
  );
}
