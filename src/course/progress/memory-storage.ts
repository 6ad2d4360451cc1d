import type { RecordStorage } from "./storage.ts";

/**
 * A storage for tests and for the command line: one map, seen by as many tabs as `tab` is called. Changes reach the
 * other tabs at once.
 */
export type MemoryStorage = {
  readonly records: Map<string, string>;
  tab(): RecordStorage;
};

/** `room` is the number of UTF-16 code units that keys and texts may take in all. */
export function createMemoryStorage(room = Infinity): MemoryStorage {
  const records = new Map<string, string>();
  const tabs = new Set<(key: string | null) => void>();
  const used = (except: string): number =>
    [...records].reduce((sum, [key, text]) => (key === except ? sum : sum + key.length + text.length), 0);

  const tab = (): RecordStorage => {
    const mine = new Set<(key: string | null) => void>();
    const tell = (key: string): void => {
      // A copy: a listener may stop and another start meanwhile, as in a browser.
      for (const listener of [...tabs]) if (!mine.has(listener)) listener(key);
    };
    return {
      keys: () => [...records.keys()],
      read: (key) => records.get(key) ?? null,
      write: (key, text) => {
        if (used(key) + key.length + text.length > room) return "full";
        records.set(key, text);
        tell(key);
        return "written";
      },
      remove: (key) => {
        if (records.delete(key)) tell(key);
      },
      onChange: (listener) => {
        tabs.add(listener);
        mine.add(listener);
        return () => {
          tabs.delete(listener);
          mine.delete(listener);
        };
      },
    };
  };
  return { records, tab };
}
