import type { State } from "./state.ts";

/** The parts of the page that the script shows and hides. */
export type Parts = Readonly<
  Record<"editor" | "verdict" | "actions" | "hints" | "solution" | "after", HTMLElement | null>
>;

export const partsOf = (element: HTMLElement): Parts => {
  const part = (name: string): HTMLElement | null =>
    element.querySelector<HTMLElement>(`[data-part="${name}"]`);
  return {
    editor: part("editor"),
    verdict: part("verdict"),
    actions: part("actions"),
    hints: part("hints"),
    solution: part("solution"),
    after: part("after"),
  };
};

/** Shows as much of hints, solution and lesson as the learner has asked for or earned. */
export function showParts(parts: Parts, state: State): void {
  const hints = [...(parts.hints?.querySelectorAll<HTMLElement>("[data-hint]") ?? [])];
  hints.forEach((hint, at) => {
    const fresh = hint.hidden && at < state.hints;
    hint.hidden = at >= state.hints;
    if (fresh && at === state.hints - 1) fold(hint, true);
  });
  if (parts.hints !== null) parts.hints.hidden = state.hints === 0;
  if (parts.solution !== null && parts.solution.hidden === state.solution) {
    parts.solution.hidden = !state.solution;
    fold(parts.solution, state.solution);
  }
  if (parts.after !== null) parts.after.hidden = !state.passed;
}

function fold(element: HTMLElement, open: boolean): void {
  if (element instanceof HTMLDetailsElement) element.open = open;
}
