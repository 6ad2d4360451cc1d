import { closeSync, openSync, readSync } from "node:fs";

/** A line of a file: where it lies, in bytes, without its line feed, and its bytes. */
export type Line = { readonly offset: number; readonly bytes: Buffer };

const chunkSize = 1 << 16;

/** The lines of a file that end in a line feed, one at a time: the file may be larger than memory. */
export function* linesOf(path: string): Generator<Line> {
  const file = openSync(path, "r");
  try {
    let rest: Buffer = Buffer.alloc(0);
    let offset = 0;
    const chunk = Buffer.alloc(chunkSize);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      rest = Buffer.concat([rest, chunk.subarray(0, read)]);
      let start = 0;
      for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10, start)) {
        yield { offset: offset + start, bytes: rest.subarray(start, end) };
        start = end + 1;
      }
      offset += start;
      rest = rest.subarray(start);
    }
  } finally {
    closeSync(file);
  }
}
