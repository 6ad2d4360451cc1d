/**
 * A verdict in words: what the page, the terminal and a report show, each in its own way, always with the same
 * sentences in the same order. Plain data; every string is French, with its typographic spaces.
 */
export type VerdictView = {
  readonly tone: "right" | "wrong" | "attention";
  /** One sentence: what happened. For a wrong answer whose mistake is recognised, it is the mistake's own sentence. */
  readonly headline: string;
  /** The recognised mistake: why and what to look at. `title` is null when the headline says it already. */
  readonly mistake: { readonly title: string | null; readonly message: string } | null;
  /** What to do next, where there is something to say (file rejected, budget spent, grader failed, success). */
  readonly advice: readonly string[];
  /** For an exercise with stages. */
  readonly stages: StagesView | null;
  readonly case: CaseView | null;
  readonly printed: { readonly text: string; readonly cutNote: string | null } | null;
  readonly at: { readonly line: number; readonly column: number } | null;
  /** « 186 cas sur 200 réussis · graine 0x7f3a ». */
  readonly footer: string;
};

export type StagesView = {
  readonly list: readonly {
    readonly outcome: "passed" | "failed" | "not-reached";
    /** « Étape 2 : le TTL et la somme de contrôle » */
    readonly text: string;
    /** « réussie, 2 points » */
    readonly result: string;
  }[];
  /** « 4 points sur 12. » */
  readonly total: string;
};

export type CaseView = {
  /** « Deux retenues de suite », and where the case comes from. */
  readonly title: string;
  readonly inputs: readonly ValueView[];
  readonly expected: ValueView;
  readonly actual: ValueView | null;
  readonly difference: DifferenceView | null;
  /** Where the function is given a function. */
  readonly calls: CallsView | null;
  /** « Le plus petit cas trouvé, après 12 réductions. » and the like. */
  readonly notes: readonly string[];
};

/** One input of « Essayer » and what came of it. */
export type TrialView = {
  readonly inputs: readonly ValueView[];
  /** Null when the call gave nothing. */
  readonly actual: ValueView | null;
  /** What happened when there is no plain answer: thrown, stopped by a limit, an input outside the statement. */
  readonly sentence: string | null;
  readonly calls: CallsView | null;
  readonly printed: VerdictView["printed"];
};

export type ValueView = {
  /** The parameter's name, « attendu » or « obtenu ». */
  readonly label: string;
  /** As a person writes it: `0x11e7 (4583)`, `"10.0.0.1"`, `4500 0014 …`, several lines for an object. */
  readonly text: string;
  /** For bytes (or the one message inside an object): the hex, and the layout to draw them with. */
  readonly bytes?: { readonly hex: string; readonly layout: string | null };
  /** For a value that holds lists of like records: in pieces, some of them tables. `text` says the same. */
  readonly parts?: readonly ValuePart[];
};

/** What stands at a path such as `routes` or `R1.ifaces` (empty: the value itself): a table, or a text. */
export type ValuePart = {
  readonly path: string;
  readonly table: Table | null;
  readonly text: string;
};

export type Table = {
  /** Names of the members, as code writes them. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many there are in all, when some were left out. */
  readonly more: string | null;
};

/** How a function that was given as an argument was called. */
export type CallsView = {
  readonly title: string;
  /** `probe(1, 33434) → { from: "10.0.0.1", … }` */
  readonly lines: readonly string[];
  readonly more: string | null;
};

export type DifferenceView = {
  /** « Octet 10, bits 80 à 87 (Header Checksum) : attendu 0x11, obtenu 0x10. » */
  readonly sentence: string;
  readonly bits: { readonly from: number; readonly to: number } | null;
  /** Same width, for numbers and bytes: the two in binary, grouped by 8, to be shown one under the other. */
  readonly binary: { readonly expected: string; readonly actual: string } | null;
};
