import { createBrowserStorage } from "#course/progress/browser-storage.ts";
import { openRecords, type Records } from "#course/progress/records.ts";

let records: Records | null = null;

/** The records as this page sees them: one writer a page load. */
export function pageRecords(): Records {
  records ??= openRecords({
    storage: createBrowserStorage(window),
    writer: newName(),
    now: () => Date.now(),
  });
  return records;
}

/** Like a UUID; `crypto.randomUUID` exists on secure origins only, and a lab PC may serve the workbook by http. */
function newName(): string {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${a.toString(36)}-${b.toString(36)}`;
}
