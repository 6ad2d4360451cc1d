import { allDamaged, allEarlier } from "./keys.ts";
import type { RecordStorage } from "./storage.ts";

/** How much the records take, in UTF-16 code units, which is how browsers count (about 5 million for a site). */
export type Room = {
  readonly all: number;
  readonly earlier: number;
  readonly damaged: number;
  /** How many damaged records lie aside. */
  readonly damages: number;
};

export function roomTaken(storage: RecordStorage): Room {
  const size = (prefix: string): number =>
    storage
      .keys()
      .filter((key) => key.startsWith(prefix))
      .reduce((sum, key) => sum + key.length + (storage.read(key)?.length ?? 0), 0);
  const damages = storage.keys().filter((key) => key.startsWith(allDamaged)).length;
  return { all: size(""), earlier: size(allEarlier), damaged: size(allDamaged), damages };
}

/** Whether the browser stores anything here at all: one short record is written and removed. */
export function storageWorks(storage: RecordStorage, key: string): boolean {
  const works = storage.write(key, "1") !== "refused";
  storage.remove(key);
  return works;
}
