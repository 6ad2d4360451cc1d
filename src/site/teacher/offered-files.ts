import type { OfferedFile } from "#course/classroom/intake/unpack.ts";

/** A file with the path that its folder gives it. */
type Placed = { readonly path: string; readonly file: File };

/** Files as the intake takes them: read whole, since a page's files cannot be read later without waiting. */
export const offeredFiles = (placed: readonly Placed[]): Promise<OfferedFile[]> =>
  Promise.all(
    placed.map(async ({ path, file }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { path, size: bytes.length, read: () => bytes };
    }),
  );

/** Of a file field; a chosen folder's own name is no part of the paths, as on the command line. */
export const chosenFiles = (files: FileList): readonly Placed[] =>
  Array.from(files, (file) => ({
    path: file.webkitRelativePath === "" ? file.name : withoutFirst(file.webkitRelativePath),
    file,
  }));

/** Of a drop, folders gone through. Takes what it needs at once: a drop is over after the event. */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly Placed[]> {
  const entries = Array.from(items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  const [only] = entries;
  const found = (await Promise.all(entries.map(filesIn))).flat();
  return entries.length === 1 && only?.isDirectory === true
    ? found.map(({ path, file }) => ({ path: withoutFirst(path), file }))
    : found;
}

const withoutFirst = (path: string): string => path.slice(path.indexOf("/") + 1);

async function filesIn(entry: FileSystemEntry): Promise<readonly Placed[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives a hundred at a time, and none when it is done.
  for (let some = await next(reader); some.length > 0; some = await next(reader)) entries.push(...some);
  return (await Promise.all(entries.map(filesIn))).flat();
}

const next = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
