import { draftSchema, heads, seenOf, supersedes, type Draft } from "./draft.ts";
import { earlierTexts, keepEarlier, type Earlier } from "./earlier.ts";
import { draftKey, draftKeys } from "./keys.ts";
import type { Records } from "./records.ts";
import type { WriteResult } from "./storage.ts";

/** The text of one exercise on one page. */
export type OpenDraft = {
  /** What is on the screen: what was typed last, or the starter. */
  text(): string;
  /** When that was typed, in milliseconds since 1970. */
  time(): number | null;
  /** Versions that other tabs wrote and that this text was not made from, newest first. Not empty: let choose. */
  others(): readonly Draft[];
  /** Stores the text as typed. When it fails, the text is still what `text` gives. */
  type(text: string): WriteResult;
  /**
   * The learner chose: one of `others`, or the text on the screen (null). The texts given up are kept; where there
   * is no room to keep them (`full`), nothing is done.
   */
  choose(other: Draft | null): WriteResult;
  /** Puts another text in the place of this one, which is kept; without room for it (`full`), nothing is done. */
  replace(text: string): WriteResult;
  /** The texts given up, newest first. */
  earlier(): readonly Earlier[];
  close(): void;
};

const day = 24 * 3600 * 1000;

/** `starter` is the text to begin with; `changed` is called when another tab has written. */
export function openDraft(
  records: Records,
  exercise: string,
  starter: string,
  changed: () => void = () => undefined,
): OpenDraft {
  const writer = records.newWriter();
  const key = draftKey(exercise, writer);
  const found = readDrafts(records, exercise);
  let current = heads(found)[0] ?? null;
  let seen = current === null ? {} : seenOf([current]);
  let mine: Draft | null = null;
  const unstored: Earlier[] = [];
  sweep(records, found);

  const text = (): string => current?.text ?? starter;

  /** The stored versions, with this page's own as it is on the screen, stored or not. */
  const versions = (): readonly Draft[] => {
    const stored = readDrafts(records, exercise).filter((draft) => draft.writer !== writer);
    return mine === null ? stored : [...stored, mine];
  };
  const unseen = (): readonly Draft[] =>
    heads(versions()).filter((draft) => draft !== mine && (seen[draft.writer] ?? 0) < draft.revision);
  const others = (): readonly Draft[] => unseen().filter((draft) => draft.text !== text());

  const store = (next: string): WriteResult => {
    // A version elsewhere with the very same text is no other version.
    seen = seenOf(
      unseen().filter((draft) => draft.text === text()),
      seen,
    );
    const revision = (mine?.revision ?? 0) + 1;
    mine = { format: 1, exercise, writer, revision, seen, text: next, time: records.now() };
    current = mine;
    return records.write(key, mine);
  };

  /** A browser that stores nothing at all keeps them on this page at least. */
  const keep = (texts: readonly string[]): boolean =>
    texts.every((one) => {
      const result = keepEarlier(records, exercise, one);
      if (result === "refused") unstored.unshift({ format: 1, exercise, text: one, time: records.now() });
      return result !== "full";
    });

  const stop = records.storage.onChange((what) => {
    if (what === null || what.startsWith(draftKeys(exercise))) changed();
  });

  return {
    text,
    time: () => current?.time ?? null,
    others,
    type: (typed) => (typed === text() ? "written" : store(typed)),
    choose: (other) => {
      const all = others();
      const chosen = other?.text ?? text();
      const given = [...all.map((draft) => draft.text), ...(current === null ? [] : [current.text])];
      if (!keep(given.filter((one) => one !== chosen))) return "full";
      seen = seenOf(all, seen);
      return store(chosen);
    },
    replace: (next) => (current === null || text() === next || keep([text()]) ? store(next) : "full"),
    earlier: () => [...unstored, ...earlierTexts(records, exercise)],
    close: stop,
  };
}

export function readDrafts(records: Records, exercise: string): readonly Draft[] {
  const keys = records.storage.keys().filter((key) => key.startsWith(draftKeys(exercise)));
  const drafts = keys.map((key) =>
    records.read(
      key,
      draftSchema.refine((one) => draftKey(one.exercise, one.writer) === key),
    ),
  );
  return drafts.filter((draft) => draft !== null);
}

/** Removes versions that were replaced long ago: whoever wrote them has seen what replaced them. */
function sweep(records: Records, drafts: readonly Draft[]): void {
  for (const draft of drafts)
    if (records.now() - draft.time > day && drafts.some((other) => supersedes(other, draft)))
      records.storage.remove(draftKey(draft.exercise, draft.writer));
}
