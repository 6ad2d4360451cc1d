import { z } from "zod";
import { slug, text } from "./text.ts";

/** A drawing of a network as data: places in units of which the drawing is 360 wide. */
export const figureSchema = z.strictObject({
  /** The drawing in words, for those who do not see it. */
  alt: text,
  caption: text.optional(),
  height: z.int().positive(),
  nodes: z
    .array(
      z.strictObject({
        id: slug,
        label: text,
        /** `unknown`: a box to be named; `net`: a network that is not drawn further. */
        kind: z.enum(["host", "switch", "hub", "router", "net", "unknown"]),
        x: z.number(),
        y: z.number(),
        /** Lines under the node: its addresses. */
        notes: z.array(text).optional(),
        /** Where these lines stand; below unless said otherwise. */
        side: z.enum(["below", "above", "right", "left"]).optional(),
      }),
    )
    .min(1),
  links: z.array(
    z.strictObject({
      id: slug.optional(),
      ends: z.tuple([slug, slug]),
      label: text.optional(),
      /** Not there, or not known. */
      dashed: z.boolean().optional(),
    }),
  ),
});

export type Figure = z.infer<typeof figureSchema>;

/** The name of a link: its own, or its ends' (`A-R1`). */
export const linkName = ({ id, ends }: Figure["links"][number]): string => id ?? ends.join("-");
