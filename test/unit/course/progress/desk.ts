import { createMemoryStorage, type MemoryStorage } from "../../../../src/course/progress/memory-storage.ts";
import { openRecords, type Records } from "../../../../src/course/progress/records.ts";

let browsers = 0;

/** A browser: shared storage, a clock that ticks at each look, and as many pages as `page` is called. */
export function browser(room = Infinity): {
  storage: MemoryStorage;
  page(): Records;
  pass(ms: number): void;
} {
  const storage = createMemoryStorage(room);
  let time = 1_700_000_000_000;
  let pages = 0;
  browsers += 1;
  const name = `browser${String(browsers)}`;
  return {
    storage,
    page: () => {
      pages += 1;
      const now = (): number => (time += 1);
      return openRecords({ storage: storage.tab(), writer: `${name}-${String(pages)}`, now });
    },
    pass: (ms) => {
      time += ms;
    },
  };
}
