import type { Position } from "#course/exercise/candidate.ts";

/** A place to type in: Monaco or a plain text area. */
export type Editor = {
  setText(text: string): void;
  focus(): void;
  /** Shows where something went wrong; null takes the mark away. */
  mark(at: Position | null, message: string): void;
  /** Puts the cursor there and shows it. */
  goTo(at: Position): void;
  /** Whether Tab leaves the editor instead of indenting. */
  setTabLeaves(leaves: boolean): void;
  dispose(): void;
};

export type EditorOptions = {
  readonly host: HTMLElement;
  /** `ipv4/checksum`. */
  readonly exercise: string;
  readonly text: string;
  /** The accessible name. */
  readonly label: string;
  readonly changed: (text: string) => void;
  /** Ctrl+Enter. */
  readonly evaluate: () => void;
};

export type EditorKind = "full" | "simple";
