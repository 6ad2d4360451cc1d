import { UsageError } from "../grade/usage-error.ts";
import { sentences } from "./sentences.fr.ts";

/** The code of a file system error: `ENOENT`, `EACCES` … */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);

/** What to tell a student when the folder or a file in it cannot be written. */
export function folderError(path: string, error: unknown): UsageError {
  const code = codeOf(error);
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new UsageError(sentences.folder.forbidden(path));
    case "ENOTDIR":
    case "EEXIST":
    case "EISDIR":
      return new UsageError(sentences.folder.isFile(path));
    case "ENOSPC":
    case "EDQUOT":
      return new UsageError(sentences.folder.full(path));
    default:
      return new UsageError(sentences.folder.unusable(path, code));
  }
}
