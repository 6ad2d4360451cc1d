import { readPcap } from "../../net/capture/pcap.ts";
import { readPcapng } from "../../net/capture/pcapng.ts";
import type { Link } from "./dissection/layers.ts";

/** A frame of a file that somebody brought. */
export type FiledFrame = {
  readonly data: Uint8Array;
  /** Bytes on the wire; more than `data` has when the capture cut it. */
  readonly originalLength: number;
  /** Milliseconds since 1970; null where the file tells no time. */
  readonly time: number | null;
  /** How it begins; null for a link that the course does not know. */
  readonly link: Link | null;
};

export type CaptureFile =
  | {
      readonly ok: true;
      readonly format: "pcap" | "pcapng";
      readonly frames: readonly FiledFrame[];
      /** Byte at which the file breaks off, or null: the frames before are whole. */
      readonly cutAt: number | null;
    }
  | { readonly ok: false; readonly code: "empty" | "no-capture"; readonly offset: number };

/** Reads a capture of either format. Never throws; of a file that is cut, what is whole. */
export function readCaptureFile(bytes: Uint8Array): CaptureFile {
  if (bytes.length === 0) return { ok: false, code: "empty", offset: 0 };
  const pcap = readPcap(bytes);
  if (pcap.ok) {
    const link = linkOf(pcap.value.linkType);
    const frames = pcap.value.frames.map(({ seconds, nanoseconds, data, originalLength }): FiledFrame => ({
      data,
      originalLength,
      time: milliseconds({ seconds, nanoseconds }),
      link,
    }));
    return { ok: true, format: "pcap", frames, cutAt: pcap.value.cut?.offset ?? null };
  }
  const pcapng = readPcapng(bytes);
  if (!pcapng.ok) return { ok: false, code: "no-capture", offset: pcapng.error.offset };
  const { interfaces, frames, cut } = pcapng.value;
  return {
    ok: true,
    format: "pcapng",
    cutAt: cut?.offset ?? null,
    frames: frames.map(({ data, originalLength, time, interface: index }): FiledFrame => ({
      data,
      originalLength,
      time: time === null ? null : milliseconds(time),
      link: linkOf(interfaces[index]?.linkType ?? -1),
    })),
  };
}

const milliseconds = ({ seconds, nanoseconds }: { seconds: number; nanoseconds: number }): number =>
  seconds * 1000 + nanoseconds / 1e6;

/** LINKTYPE_ETHERNET, LINKTYPE_RAW, LINKTYPE_IPV4, LINKTYPE_IPV6. */
const links = new Map<number, Link>([
  [1, "ethernet"],
  [101, "ip"],
  [228, "ip"],
  [229, "ip"],
]);

const linkOf = (linkType: number): Link | null => links.get(linkType) ?? null;
