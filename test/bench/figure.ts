/** One line of the results. */
export type Figure = {
  readonly name: string;
  /** Median and, in parentheses, the middle half of the samples. */
  readonly reached: string;
  readonly goal?: { readonly text: string; readonly met: boolean };
};

export type Section = { readonly title: string; readonly note: string; readonly figures: readonly Figure[] };

/** How much is measured: the short run is for trying the bench itself. */
export type Effort = { readonly quick: boolean };
