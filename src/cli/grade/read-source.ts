import { open, type FileHandle } from "node:fs/promises";
import { sentences } from "./sentences.fr.ts";
import { UsageError } from "./usage-error.ts";

/** More than any file that the grader accepts, so that it refuses the cut text too; spares the memory of the rest. */
const maximumBytes = 8_000_000;

/**
 * The text of the learner's file, or of standard input for `-`. Whatever the bytes are, there is a text: the grader
 * says what is wrong with it. Throws UsageError when there is no file to read.
 */
export async function readSource(path: string): Promise<string> {
  if (path === "-") return decode(await readStream(process.stdin));
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    if ((await file.stat()).isDirectory()) throw new UsageError(sentences.file.folder(path));
    return decode(await readStream(file.createReadStream({ autoClose: false, end: maximumBytes })));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(fileSentence(path, error));
  } finally {
    await file?.close();
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maximumBytes) break;
  }
  return Buffer.concat(chunks);
}

/** UTF-8, without its byte order mark; what is no UTF-8 becomes U+FFFD, as in a browser. */
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function fileSentence(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return sentences.file.missing(path);
    case "EISDIR":
      return sentences.file.folder(path);
    case "EACCES":
    case "EPERM":
      return sentences.file.forbidden(path);
    default:
      return sentences.file.unreadable(path, code);
  }
}
