/** What the author's panel is told of a folder, in this order; plain JSON. Texts are French, ready to be shown. */
export type Part =
  /** A new look at the folder begins: what was said before is void. */
  | { readonly part: "start" }
  | { readonly part: "starter" | "solution"; readonly passed: boolean; readonly text: string }
  | {
      readonly part: "mistake";
      readonly file: string;
      /** Fails, and is recognised under its own name. */
      readonly caught: boolean;
      /** The name of the case that catches it; null when none does. */
      readonly by: string | null;
      /** What the learner reads. */
      readonly text: string;
    }
  /** The case on which the solution takes the most steps, counted in lumps of `lump`. */
  | { readonly part: "slowest"; readonly name: string; readonly steps: number; readonly lump: number }
  | { readonly part: "samples"; readonly seed: number; readonly generators: readonly Samples[] }
  /** What the rules of `npm run check` say, those on types and on mutants left out. */
  | { readonly part: "rules"; readonly problems: readonly string[] }
  | { readonly part: "types"; readonly problems: readonly string[] }
  | {
      readonly part: "mutants";
      readonly problems: readonly string[];
      readonly mutants: number;
      readonly refused: number;
      readonly equivalent: number;
    }
  | { readonly part: "done" };

/** Arguments that a generator gives, each as one line of JSON. */
export type Samples = { readonly name: string; readonly values: readonly string[] };

/** What an author may ask of a folder that has been read. */
export type Question =
  { readonly ask: "samples"; readonly seed: number } | { readonly ask: "answer"; readonly text: string };

/** What comes back: samples, or the reference's answer (or what is wrong with the arguments) in one line. */
export type Reply = Extract<Part, { part: "samples" }> | { readonly part: "answer"; readonly text: string };
