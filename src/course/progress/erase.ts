import { allDamaged, allEarlier } from "./keys.ts";
import type { RecordStorage } from "./storage.ts";

/** Removes every record of the workbook, those put aside too. Offer the export first. */
export const eraseAll = (storage: RecordStorage): void => erase(storage, () => true);

/** Removes the texts that were given up: makes room, leaves the texts in work, the attempts and the points. */
export const eraseEarlier = (storage: RecordStorage): void =>
  erase(storage, (key) => key.startsWith(allEarlier));

/** Removes the damaged records that were put aside. */
export const eraseDamaged = (storage: RecordStorage): void =>
  erase(storage, (key) => key.startsWith(allDamaged));

function erase(storage: RecordStorage, chosen: (key: string) => boolean): void {
  for (const key of storage.keys().filter(chosen)) storage.remove(key);
}
