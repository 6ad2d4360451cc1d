import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from "node:fs";
import { z } from "zod";
import {
  gradedHandInSchema,
  problemSchema,
  type GradedActivity,
  type GradedHandIn,
} from "#course/classroom/graded.ts";
import { parseJson } from "#course/progress/records.ts";
import { linesOf, type Line } from "./lines.ts";

/** A graded hand-in, as one line of `copies.ndjson`. */
const copySchema = z.strictObject({
  /** What the result depends on: the file, the seed, the lab, the exercises. */
  key: z.string(),
  handIn: gradedHandInSchema,
  problems: z.array(problemSchema),
});

export type Copy = z.infer<typeof copySchema>;

/** Where a copy lies in a file, in bytes. */
export type Place = { readonly offset: number; readonly length: number };

/** What a run appends to, and what it finds there from the run before. */
export type Copies = {
  readonly has: (key: string) => boolean;
  readonly append: (copy: Copy) => void;
  /** Writes the copies of these keys, in this order and no others, in place of what was there. */
  readonly finish: (keys: readonly string[]) => void;
};

/**
 * Opens `copies.ndjson`, or begins it. A run that was killed leaves whole lines and at most a part of one at the end:
 * that part is cut off, and its hand-in graded again; so is one that the grader failed on, or had to end by the clock.
 */
export function openCopies(path: string): Copies {
  const places = new Map<string, Place>();
  const file = openSync(path, existsSync(path) ? "r+" : "w+");
  let end = 0;
  for (const line of linesOf(path)) {
    const copy = readCopy(line);
    if (copy !== null && !copy.handIn.activities.some(worthAnotherTry))
      places.set(copy.key, { offset: line.offset, length: line.bytes.length });
    end = line.offset + line.bytes.length + 1;
  }
  ftruncateSync(file, end);

  return {
    has: (key) => places.has(key),
    append: (copy) => {
      const bytes = Buffer.from(`${JSON.stringify(copy)}\n`);
      writeAll(file, bytes, end);
      places.set(copy.key, { offset: end, length: bytes.length - 1 });
      end += bytes.length;
    },
    finish: (keys) => {
      const sorted = keys.map((key) => ({ file, place: placeOf(places, key) }));
      writeCopies(path, sorted);
      closeSync(file);
    },
  };
}

/** A full machine may have been too slow for what no step budget stops. */
const worthAnotherTry = ({ state, verdict }: GradedActivity): boolean =>
  state === "ungraded" || verdict?.kind === "timeout";

function placeOf(places: ReadonlyMap<string, Place>, key: string): Place {
  const place = places.get(key);
  if (place === undefined) throw new Error(`no copy has the key ${key}`);
  return place;
}

/** Writes copies that lie in open files, in this order; the file is there whole or not at all. */
export function writeCopies(
  path: string,
  copies: Iterable<{ readonly file: number; readonly place: Place }>,
): void {
  const made = `${path}.new`;
  const target = openSync(made, "w");
  for (const { file, place } of copies) {
    const bytes = Buffer.alloc(place.length + 1, "\n");
    readSync(file, bytes, 0, place.length, place.offset);
    writeAll(target, bytes, null);
  }
  fsyncSync(target);
  closeSync(target);
  renameSync(made, path);
}

/** All copies of a finished file, in its order; each time anew from the file. Throws for a line that is none. */
export const copiesOf = (path: string): Iterable<Copy> => ({
  *[Symbol.iterator]() {
    for (const line of linesOf(path)) {
      const copy = readCopy(line);
      if (copy === null) throw new Error(`${path} is damaged at byte ${line.offset}`);
      yield copy;
    }
  },
});

/** The graded hand-ins of a file, for the reports. */
export const handInsOf = (path: string): Iterable<GradedHandIn> => ({
  *[Symbol.iterator]() {
    for (const { handIn } of copiesOf(path)) yield handIn;
  },
});

export function readCopy({ bytes }: Line): Copy | null {
  const parsed = copySchema.safeParse(parseJson(bytes.toString("utf8")));
  return parsed.success ? parsed.data : null;
}

function writeAll(file: number, bytes: Uint8Array, position: number | null): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, position === null ? null : position + done);
}
