import type { Statement } from "../exercise/statement.ts";

/**
 * What the words of a verdict need to know of an exercise. An `Exercise` is one; so is the page's JSON, where a
 * layout is its name alone.
 */
export type FeedbackFacts = {
  /** `03.1`. */
  readonly number: string;
  readonly entry: string;
  readonly parameters: readonly { readonly name: string; readonly shape: ShapeFacts }[];
  readonly result: ShapeFacts;
};

export type LayoutName = string | { readonly name: string };

export type ShapeFacts =
  | { readonly kind: "bytes"; readonly layout?: LayoutName | null | undefined }
  | {
      readonly kind: "uint";
      readonly bits: 8 | 16 | 32;
      readonly base: 10 | 16;
      readonly field?: string | null | undefined;
    }
  | {
      readonly kind: "value";
      readonly layouts?: Readonly<Record<string, LayoutName>> | null | undefined;
      readonly fields?: Readonly<Record<string, string>> | null | undefined;
    };

export type Context = { readonly exercise: FeedbackFacts; readonly statement: Statement };

export const layoutName = (layout: LayoutName | null | undefined): string | null =>
  (typeof layout === "object" ? layout?.name : layout) ?? null;
