import { z } from "zod";
import { exerciseId, writerName } from "./names.ts";

/**
 * One version of the text of an exercise. Each page that types is a writer with its own count of revisions; `seen`
 * says which revisions of which other writers this text was made from (a version vector). So two versions are
 * either one the successor of the other, or were written side by side: then both are kept.
 */
export const draftSchema = z.strictObject({
  format: z.literal(1),
  exercise: exerciseId,
  writer: writerName,
  revision: z.int().positive(),
  seen: z.record(writerName, z.int().positive()),
  text: z.string(),
  /** Milliseconds since 1970. */
  time: z.number(),
});

export type Draft = z.infer<typeof draftSchema>;
export type Seen = Readonly<Record<string, number>>;

/** Whether `a` was made in knowledge of `b` (or is a later revision by the same writer). */
export const supersedes = (a: Draft, b: Draft): boolean =>
  a.writer === b.writer ? a.revision > b.revision : (a.seen[b.writer] ?? 0) >= b.revision;

/** The versions that nothing supersedes, newest first. More than one: they were written side by side. */
export function heads(drafts: readonly Draft[]): readonly Draft[] {
  const standing = drafts.filter((draft) => !drafts.some((other) => supersedes(other, draft)));
  return standing.toSorted((a, b) => b.time - a.time || (a.writer < b.writer ? 1 : -1));
}

/** What a text made from these versions has seen. */
export function seenOf(drafts: readonly Draft[], before: Seen = {}): Record<string, number> {
  const seen: Record<string, number> = { ...before };
  const note = (writer: string, revision: number): void => {
    seen[writer] = Math.max(seen[writer] ?? 0, revision);
  };
  for (const draft of drafts) {
    note(draft.writer, draft.revision);
    for (const [writer, revision] of Object.entries(draft.seen)) note(writer, revision);
  }
  return seen;
}
