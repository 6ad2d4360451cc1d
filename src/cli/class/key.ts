import { createHash } from "node:crypto";
import type { Chosen } from "#course/classroom/intake/choose.ts";
import type { Shard } from "./arguments.ts";

/** 256 bits of any JSON or bytes, as hex. */
export const hashOf = (value: unknown): string =>
  createHash("sha256")
    .update(value instanceof Uint8Array ? value : JSON.stringify(value))
    .digest("hex");

/** What the graded hand-in depends on; `content` is the hash of its file, `basis` that of all that grades. */
export const copyKey = ({ receipt, others }: Chosen, content: string, basis: string): string =>
  hashOf([receipt.path, others, content, basis]);

/** Whether a student belongs to a part: by number alone, so that all files of one number are in one part. */
export const inShard = (number: string, { index, of }: Shard): boolean =>
  Number.parseInt(hashOf(number).slice(0, 8), 16) % of === index;
