import type { Editor, EditorOptions } from "./editor.ts";

/** A plain text area: for phones, and for whoever prefers it. Tab leaves it, as in any form. */
export function createSimpleEditor({ host, text, label, changed, evaluate }: EditorOptions): Editor {
  const area = document.createElement("textarea");
  area.className = "px-textarea";
  area.value = text;
  area.spellcheck = false;
  area.wrap = "off";
  for (const [name, value] of [
    ["aria-label", label],
    ["autocapitalize", "off"],
    ["autocomplete", "off"],
    ["autocorrect", "off"],
  ] as const)
    area.setAttribute(name, value);
  area.addEventListener("input", () => changed(area.value));
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    evaluate();
  });
  host.replaceChildren(area);

  const lineStart = (line: number): number =>
    area.value
      .split("\n")
      .slice(0, line - 1)
      .reduce((sum, one) => sum + one.length + 1, 0);

  return {
    setText: (next) => {
      if (next !== area.value) area.value = next;
    },
    focus: () => area.focus(),
    mark: (at) => area.toggleAttribute("aria-invalid", at !== null),
    goTo: ({ line, column }) => {
      const start = lineStart(line);
      const end = area.value.indexOf("\n", start);
      area.focus();
      area.setSelectionRange(
        Math.min(start + column - 1, area.value.length),
        end === -1 ? area.value.length : end,
      );
      const height = Number.parseFloat(getComputedStyle(area).lineHeight);
      area.scrollTop = (line - 3) * (Number.isNaN(height) ? 20 : height);
    },
    setTabLeaves: () => undefined,
    dispose: () => area.remove(),
  };
}
