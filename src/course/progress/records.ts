import type { z } from "zod";
import { damagedKey } from "./keys.ts";
import type { RecordStorage, WriteResult } from "./storage.ts";

/** What a page needs to keep records: the storage, its own name among the pages, and a clock (ms since 1970). */
export type Desk = { readonly storage: RecordStorage; readonly writer: string; readonly now: () => number };

/** A record that could not be read: where it was, and where it lies now (null: no room, it stayed where it was). */
export type Damage = { readonly key: string; readonly keptAs: string | null };

/** Reads and writes records as JSON. What does not parse is put aside whole, never overwritten. */
export type Records = Desk & {
  /** Null where there is no record, or none that can be read. */
  read<T>(key: string, schema: z.ZodType<T>): T | null;
  write(key: string, record: object): WriteResult;
  /** A name for one who writes on this page; each call gives another. */
  newWriter(): string;
  /** The records found damaged since the page was opened. */
  damages(): readonly Damage[];
};

export function openRecords(desk: Desk): Records {
  const { storage, now } = desk;
  const damages = new Map<string, Damage>();
  let writers = 0;

  /** True when the key is free to be written again. */
  const putAside = (key: string, text: string): boolean => {
    const keptAs = damagedKey(key, now());
    const moved = storage.write(keptAs, text) === "written";
    if (moved) storage.remove(key);
    damages.set(key, { key, keptAs: moved ? keptAs : null });
    return moved;
  };

  return {
    ...desk,
    read: (key, schema) => {
      const text = storage.read(key);
      if (text === null) return null;
      const parsed = schema.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      putAside(key, text);
      return null;
    },
    write: (key, record) => {
      if (damages.get(key)?.keptAs === null) {
        const text = storage.read(key);
        if (text !== null && !putAside(key, text)) return "full";
      }
      return storage.write(key, JSON.stringify(record));
    },
    newWriter: () => {
      writers += 1;
      return `${desk.writer}-${String(writers)}`;
    },
    damages: () => [...damages.values()],
  };
}

/** Undefined, which no schema of ours accepts, when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
