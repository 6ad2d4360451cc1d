import type { MDXInstance } from "astro";
import { z } from "zod";
import { typeset } from "./typeset.ts";

const text = z.string().min(1).transform(typeset);
const schema = z.object({
  /** Its place among the guides. */
  order: z.int().positive(),
  title: text,
  summary: text,
});

/** A guide (`apprenants`, `auteurs`, `enseignants`): how to use the workbook. */
export type Guide = z.infer<typeof schema> & {
  readonly slug: string;
  readonly Content: MDXInstance<Record<string, unknown>>["Content"];
  /** Its sections, with their anchors. */
  readonly sections: readonly { readonly slug: string; readonly text: string }[];
};

const files = import.meta.glob<MDXInstance<Record<string, unknown>>>("/content/fr/guide/*.mdx", {
  eager: true,
});

/** The guides, in their order. */
export const guides = (): Guide[] =>
  Object.entries(files)
    .map(([path, { frontmatter, Content, getHeadings }]) => ({
      ...schema.parse(frontmatter),
      slug: path.replace(/^.*\/|\.mdx$/g, ""),
      Content,
      sections: getHeadings()
        .filter(({ depth }) => depth === 2)
        .map(({ slug, text: title }) => ({ slug, text: typeset(title) })),
    }))
    .toSorted((a, b) => a.order - b.order);
