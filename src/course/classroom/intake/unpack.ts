import type { Problem } from "../graded.ts";
import { limits } from "./limits.ts";
import { cut, isJunk, isZip, mayBeHandIn } from "./names.ts";
import { listZip, unzipEntries, type ZipEntry } from "./unzip.ts";

/** A file where it was found; `read` is called at most once at a time, so that not all of them are in memory. */
export type OfferedFile = {
  /** With `/`: `remises.zip`, `groupe-2/tp3-DUPONT-22301234.prip.json`; a folder that cannot be listed ends in `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly read: () => Uint8Array;
};

/** A file that may be a hand-in, or what kept one from being found. */
export type Found =
  | { readonly kind: "file"; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * The files that may be hand-ins, one after the other, out of zips too (also zips in Moodle's zip of all hand-ins), in
 * the order of the offer and inside a zip by name. Never throws for what the bytes are.
 *
 * No two have the same path: a zip made by hand can hold `a.zip` with `b.json` in it, and an entry `a.zip/b.json` too.
 */
export function* unpack(offered: Iterable<OfferedFile>): Generator<Found> {
  const taken = new Set<string>();
  for (const file of offered) {
    if (isJunk(file.path)) continue;
    for (const found of unpackOne(file, 0)) {
      if (found.kind === "problem") {
        yield found;
        continue;
      }
      let { path } = found;
      while (taken.has(path)) path += "~";
      taken.add(path);
      yield { ...found, path };
    }
  }
}

function* unpackOne({ path, size, read }: OfferedFile, depth: number): Generator<Found> {
  if (isZip(path)) {
    if (depth > 0 && size > limits.innerZip) yield problem(path, "too-large", String(size));
    else if (depth >= limits.zipDepth) yield problem(path, "broken-zip", "");
    else yield* whenRead(path, read, (bytes) => unpackZip(path, bytes, depth));
  } else if (path.endsWith("/")) {
    yield* whenRead(path, read, () => []);
  } else if (!mayBeHandIn(path)) {
    yield problem(path, "not-ours", "");
  } else if (size > limits.handIn) {
    yield problem(path, "too-large", String(size));
  } else {
    yield* whenRead(path, read, (bytes) => [{ kind: "file", path, bytes }]);
  }
}

/** What cannot be read (no right to, gone meanwhile) is a problem like any other. */
function* whenRead(
  path: string,
  read: OfferedFile["read"],
  then: (bytes: Uint8Array) => Iterable<Found>,
): Generator<Found> {
  let bytes: Uint8Array;
  try {
    bytes = read();
  } catch (error) {
    yield problem(path, "unreadable", error instanceof Error ? cut(error.message) : "");
    return;
  }
  yield* then(bytes);
}

function* unpackZip(path: string, zip: Uint8Array, depth: number): Generator<Found> {
  const listed = listZip(zip);
  if (listed === null) {
    yield problem(path, "broken-zip", "");
    return;
  }
  const entries = listed.filter(({ name }) => !isJunk(name));
  const contents = entries.reduce((sum, { size }) => sum + size, 0);
  if (contents > limits.zipContents || entries.length > limits.entries) {
    yield problem(path, "too-large", String(contents));
    return;
  }
  const [worthOpening, refused] = partition(entries, opens);
  for (const { name, size } of refused) {
    yield* unpackOne({ path: `${path}/${name}`, size, read: () => new Uint8Array() }, depth + 1);
  }
  for (const entry of unzipEntries(zip, worthOpening)) {
    const inside = `${path}/${entry.name}`;
    const { bytes } = entry;
    if (bytes !== null) {
      yield* unpackOne({ path: inside, size: bytes.length, read: () => bytes }, depth + 1);
    } else {
      yield problem(inside, "broken-zip", "");
    }
  }
}

/** Decided by name and declared size alone: what is refused is never unpacked. */
const opens = ({ name, size }: ZipEntry): boolean =>
  isZip(name) ? size <= limits.innerZip : mayBeHandIn(name) && size <= limits.handIn;

function partition<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))];
}

const problem = (path: string, code: Problem["code"], detail: string): Found => ({
  kind: "problem",
  problem: { path, number: "", code, activity: "", detail },
});
