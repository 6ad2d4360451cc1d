import type { MarkdownHeading } from "astro";
import { typeset } from "./typeset.ts";

/** An entry of a chapter's table of contents, in the order of the text. */
export type ContentsEntry =
  | { readonly kind: "section"; readonly slug: string; readonly text: string }
  | { readonly kind: "exercise" | "activity"; readonly id: string };

/**
 * Sections, exercises and activities of a chapter in reading order: headings come from Astro, with their anchors; where the
 * others stand between them is read from the MDX source.
 */
export function contentsOf(source: string, headings: readonly MarkdownHeading[]): ContentsEntry[] {
  const sections = headings.filter(({ depth }) => depth === 2).values();
  const found = source.matchAll(/^## |^```[\s\S]*?^```|<(Exercise|Activity)\s+id="([^"]+)"/gm);
  return Array.from(found).flatMap((match): ContentsEntry[] => {
    const [, component, id] = match;
    if (id !== undefined) return [{ kind: component === "Activity" ? "activity" : "exercise", id }];
    if (!match[0].startsWith("## ")) return [];
    const { value } = sections.next();
    return value === undefined ? [] : [{ kind: "section", slug: value.slug, text: typeset(value.text) }];
  });
}
