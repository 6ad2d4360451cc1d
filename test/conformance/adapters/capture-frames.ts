import { readPcap } from "#net/capture/pcap.ts";
import { readPcapng } from "#net/capture/pcapng.ts";

/** A frame of a capture file of either form. */
export type CaptureFrame = {
  readonly linkType: number;
  /** In seconds, with nine decimals; undefined where the file has none. */
  readonly time: string | undefined;
  readonly originalLength: number;
  readonly data: Uint8Array;
};

/** Every frame of the file that `name` tells the form of. A file that does not open, or is damaged, is a fault. */
export function framesOf(name: string, bytes: Uint8Array): CaptureFrame[] {
  const file = name.endsWith(".pcapng") ? readPcapng(bytes) : readPcap(bytes);
  if (!file.ok) throw new Error(`the capture does not open: ${file.error.code}`);
  if (file.value.cut !== null) throw new Error(`the capture is damaged: ${file.value.cut.code}`);
  if ("linkType" in file.value) {
    const { linkType, frames } = file.value;
    return frames.map((frame) => ({ ...frame, linkType, time: decimal(frame) }));
  }
  const { interfaces, frames } = file.value;
  return frames.map((frame) => ({
    ...frame,
    linkType: interfaces[frame.interface]?.linkType ?? -1,
    time: frame.time === null ? undefined : decimal(frame.time),
  }));
}

export const decimal = ({ seconds, nanoseconds }: { seconds: number; nanoseconds: number }): string =>
  `${seconds}.${String(nanoseconds).padStart(9, "0")}`;
