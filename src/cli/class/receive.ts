import type { Problem } from "#course/classroom/graded.ts";
import { readFound, type Receipt } from "#course/classroom/intake/receipt.ts";
import { unpack, type OfferedFile } from "#course/classroom/intake/unpack.ts";
import { hashOf } from "./key.ts";

export type Received = {
  readonly receipts: readonly Receipt[];
  /** By path, the hash of a hand-in's bytes. */
  readonly contents: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
};

/** Reads every file once, and keeps of each hand-in what says whose it is. */
export function receive(offered: Iterable<OfferedFile>): Received {
  const receipts: Receipt[] = [];
  const contents = new Map<string, string>();
  const problems: Problem[] = [];
  for (const found of unpack(offered)) {
    const read = readFound(found);
    if (!read.ok) problems.push(read.problem);
    else if (found.kind === "file") {
      receipts.push(read.receipt);
      contents.set(found.path, hashOf(found.bytes));
    }
  }
  return { receipts, contents, problems };
}
