import { useState } from "preact/hooks";
import { readCaptureFile, type CaptureFile } from "#course/network/capture-file.ts";
import { DropBox } from "../files/DropBox.tsx";
import { CaptureView } from "./CaptureView.tsx";
import { words } from "./words.ts";

type Opened = { readonly name: string; readonly file: Extract<CaptureFile, { ok: true }> };

/** Takes a capture file and shows what is in it; says what is wrong with one that it cannot read. */
export function Captures() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState("");

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
      <DropBox
        part="capture"
        action="choose-capture"
        label={words.choose}
        accept=".pcap,.pcapng,.cap"
        take={(file) => void take(file)}
      >
        <p class="quiet">{words.help}</p>
      </DropBox>
      <p role="status" data-says>
        {said}
      </p>
      {opened !== null && <CaptureView key={opened.name} file={opened.file} />}
    </>
  );
}
