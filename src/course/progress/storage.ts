/**
 * Where the records lie: text under a key, shared by all tabs of one browser. Synchronous on purpose: what was typed
 * is stored before the next key, so a crash loses nothing. No operation throws.
 */
export type RecordStorage = {
  /** Every key of the workbook, in no particular order. */
  keys(): readonly string[];
  read(key: string): string | null;
  write(key: string, text: string): WriteResult;
  remove(key: string): void;
  /** Calls back when another tab changes a key (null: many at once). Gives the function that stops it. */
  onChange(listener: (key: string | null) => void): () => void;
};

/** `full`: no room left, the old text of the key still stands; `refused`: the browser stores nothing here. */
export type WriteResult = "written" | "full" | "refused";
