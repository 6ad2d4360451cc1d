import type { EditorChoice } from "#course/progress/preferences.ts";
import type { EditorKind } from "./editor.ts";

/** Monaco does not serve phones: a coarse pointer or a narrow page gets the text area, whatever was chosen. */
export const fullEditorFits = (window: Window): boolean =>
  !window.matchMedia("(pointer: coarse), (max-width: 599px)").matches;

export const editorKind = (choice: EditorChoice, fits: boolean): EditorKind =>
  fits && choice !== "simple" ? "full" : "simple";
