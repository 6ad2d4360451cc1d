import { unzipSync } from "fflate";
import { byName } from "./names.ts";

export type ZipEntry = {
  readonly name: string;
  /** Size unpacked that the zip declares, in bytes; what it gives is never longer. */
  readonly size: number;
};

/** The files that the zip's central directory names (APPNOTE.TXT §4.3.12), by name; null for no zip. Unpacks nothing. */
export function listZip(zip: Uint8Array): readonly ZipEntry[] | null {
  const entries = new Map<string, ZipEntry>();
  try {
    unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith("/")) entries.set(name, { name, size: originalSize });
        return false;
      },
    });
  } catch {
    return null;
  }
  return [...entries.values()].toSorted((a, b) => byName(a.name, b.name));
}

/** `bytes` is null where the entry is broken. */
export type Unpacked = { readonly name: string; readonly bytes: Uint8Array | null };

/** So many bytes are unpacked at once: looking for each file alone would go through the directory again each time. */
const batchBytes = 8_000_000;
const batchFiles = 200;

/** Unpacks these entries in their order; one that is broken says so, and the others come. */
export function* unzipEntries(zip: Uint8Array, entries: readonly ZipEntry[]): Generator<Unpacked> {
  for (const batch of batches(entries)) {
    const files = unzip(zip, batch);
    for (const { name } of batch) {
      // Of a batch that failed, each entry is tried alone.
      yield { name, bytes: (files ?? unzip(zip, [{ name }]))?.get(name) ?? null };
    }
  }
}

function unzip(zip: Uint8Array, wanted: readonly Pick<ZipEntry, "name">[]): Map<string, Uint8Array> | null {
  const names = new Set(wanted.map(({ name }) => name));
  try {
    return new Map(Object.entries(unzipSync(zip, { filter: ({ name }) => names.has(name) })));
  } catch {
    return null;
  }
}

function* batches(entries: readonly ZipEntry[]): Generator<readonly ZipEntry[]> {
  let batch: ZipEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (batch.length > 0 && (bytes + entry.size > batchBytes || batch.length === batchFiles)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(entry);
    bytes += entry.size;
  }
  if (batch.length > 0) yield batch;
}
