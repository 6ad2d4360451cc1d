import type { RecordStorage } from "./storage.ts";

/** Removes every record of the workbook, those put aside too. Offer the export first. */
export function eraseAll(storage: RecordStorage): void {
  for (const key of storage.keys()) storage.remove(key);
}
