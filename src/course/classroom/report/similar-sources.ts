import { File, FingerprintIndex, Region, TokenizedFile } from "@dodona/dolos-core";
import { sourceTokens } from "./source-tokens.ts";

export type Source<Key> = { readonly key: Key; readonly text: string };

/** Sources that are alike: two; or all that are one text to the letter. */
export type SimilarSources<Key> = {
  readonly sources: readonly Source<Key>[];
  /** Of the passages that are rare in the class, how much the two share, from 0 to 1. */
  readonly similarity: number;
  readonly sameText: boolean;
};

/** Winnowing (Schleimer, Wilkerson, Aiken 2003): passages of 10 tokens; of each 5 in a row one is kept. */
const passage = 10;
const window = 5;

/** A passage that more of the class has is the natural way to write it: a tenth, at least 3 and at most 20 sources. */
export const commonFrom = (sources: number): number => Math.min(20, Math.max(3, Math.floor(sources / 10)));

/** What is shown: so much in common, and enough rare passages in common for that to mean something. */
export const similarFrom = 0.8;
export const passagesFrom = 6;

/**
 * Sources that share more than what the class and the given texts share, by Dolos's index; and those that are one text
 * to the letter. The most alike first.
 */
export function similarSources<Key>(
  sources: readonly Source<Key>[],
  given: readonly string[],
): readonly SimilarSources<Key>[] {
  const index = new FingerprintIndex(passage, window);
  const files = sources.map(({ text }) => tokenized(text));
  // In this order: Dolos sets aside a passage each time that it meets it, which takes the square of a large class.
  index.addFiles(files);
  index.updateMaxFingerprintFileCount(commonFrom(sources.length));
  for (const text of given) index.addIgnoredFile(tokenized(text));
  const entries = index.entries();
  const found = copies(sources, given);
  for (const { first, second, passages } of sharing(index, files)) {
    const [a, b] = [sources[first], sources[second]];
    // Of each text's rare passages, counted once each (Dice); Dolos's own figure counts ignored ones on one side only.
    const all = (entries[first]?.shared.size ?? 0) + (entries[second]?.shared.size ?? 0);
    const similarity = (2 * passages) / all;
    if (a === undefined || b === undefined || similarity < similarFrom) continue;
    if (a.text.trim() !== b.text.trim()) found.push({ sources: [a, b], similarity, sameText: false });
  }
  return found.toSorted((x, y) => y.similarity - x.similarity);
}

/** The same text letter by letter, long enough to be no chance, and not given. */
function copies<Key>(sources: readonly Source<Key>[], given: readonly string[]): SimilarSources<Key>[] {
  const known = new Set(given.map((text) => text.trim()));
  const alike = Map.groupBy(sources, ({ text }) => text.trim());
  return [...alike].flatMap(([text, same]) =>
    same.length < 2 || known.has(text) || sourceTokens(text).length < passage * passagesFrom
      ? []
      : [{ sources: same, similarity: 1, sameText: true }],
  );
}

type Sharing = { readonly first: number; readonly second: number; readonly passages: number };

/** Pairs that share enough rare passages to be shown, in the order of the sources. */
function sharing(index: FingerprintIndex, files: readonly TokenizedFile[]): readonly Sharing[] {
  const places = new Map(files.map(({ id }, i) => [id, i]));
  const counts = new Map<number, number>();
  for (const passage of index.sharedFingerprints()) {
    if (passage.ignored) continue;
    const here = passage.files().flatMap(({ id }) => places.get(id) ?? []);
    here.forEach((a, i) =>
      here.slice(i + 1).forEach((b) => {
        const pair = Math.min(a, b) * files.length + Math.max(a, b);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }),
    );
  }
  return [...counts]
    .filter(([, passages]) => passages >= passagesFrom)
    .map(([pair, passages]) => ({
      first: Math.floor(pair / files.length),
      second: pair % files.length,
      passages,
    }))
    .toSorted((x, y) => x.first - y.first || x.second - y.second);
}

const nowhere = new Region(0, 0, 0, 1);

/** Dolos wants to know where tokens stand; only their order is used here, so that all may stand in one place. */
function tokenized(text: string): TokenizedFile {
  const tokens = sourceTokens(text);
  return new TokenizedFile(
    new File("", text),
    tokens,
    tokens.map(() => nowhere),
  );
}
