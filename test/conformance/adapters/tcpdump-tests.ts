import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { same, vectors, type Check, type Suite } from "../suite.ts";
import { parsers } from "../../fuzz/parsers.ts";
import { fieldChecks, runCapture } from "./captures.ts";
import { framesOf, type CaptureFrame } from "./capture-frames.ts";
import { readersOutside } from "./inside.ts";

/** tcpdump's regression captures, many of them malformed on purpose; beside each, what tcpdump prints of it. */
const captureName = z.string().regex(/^[\w.-]+\.pcap(ng)?$/);
const manifest = z.object({
  file: captureName,
  /** Null where the oracle did not count them. */
  packets: z.int().nullable(),
  tests: z.array(z.object({ expected: z.string().regex(/^[\w.-]+\.out$/) })),
});

const read = (folder: string, file: string): CaptureFrame[] =>
  framesOf(file, new Uint8Array(readFileSync(join(folder, file))));

/** Each capture of the list that is here: it opens, has its packets, and no reader throws or reads outside of one. */
const captures: Suite = (document, folder) =>
  vectors(manifest, ({ file, packets }) => {
    if (!existsSync(join(folder, file))) return [];
    const frames = read(folder, file);
    const outside = frames.map(({ data }) => readersOutside(data, parsers));
    return [
      ...(packets === null ? [] : [same("packets", packets, frames.length)]),
      same(
        "readers that throw or read outside of a packet",
        frames.map(() => []),
        outside,
      ),
    ];
  })(document, folder);

/**
 * The frames of one capture against tshark's fields. A frame that `src/net` refuses and tshark reads on must be one
 * that tcpdump, too, calls damaged. A time that tcpdump calls invalid is left alone.
 */
export const tcpdumpCapture =
  (file: string): Suite =>
  (document, folder) => {
    const printouts = printoutsOf(folder, file);
    return runCapture(document, read(folder, file), (frame, row, index) => {
      const said = printouts.map((printout) => packetOf(printout, index + 1));
      const late = said.some((text) => /\(invalid [un]s\)/.test(text));
      return fieldChecks(frame, row)
        .filter(({ what }) => !(late && what === "frame.time_epoch"))
        .map((check) => (check.what.endsWith(" accepted") ? agreed(check, said.some(callsDamaged)) : check));
    });
  };

const agreed = ({ what, actual }: Check, damaged: boolean): Check =>
  same(`${what}, or called damaged by tcpdump too`, true, damaged || actual);

/** `(invalid)`, a part that is cut, `[bad …]`, a hardware type that is not Ethernet's, a length left to the network card. */
const callsDamaged = (text: string): boolean =>
  /\(invalid\)|\[Invalid header|\[\||\[bad |Unknown Hardware|presumed TSO|jumbo/.test(text);

function printoutsOf(folder: string, file: string): string[] {
  const { vectors: list } = z
    .object({ vectors: z.array(manifest) })
    .parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  const tests = list.find((vector) => vector.file === file)?.tests ?? [];
  return tests.map(({ expected }) => readFileSync(join(folder, expected), "utf8"));
}

/** The lines of packet `number`: they begin with it, in five columns and two spaces. */
const packetOf = (printout: string, number: number): string => {
  const [, text = ""] = printout.split(new RegExp(`^ *${number}  `, "m"));
  return text.split(/^ {0,4}\d+ {2}/m)[0] ?? "";
};

export const tcpdumpTests: Readonly<Record<string, Suite>> = { "tcpdump-tests/manifest.json": captures };
