import { createBrowserStorage } from "#course/progress/browser-storage.ts";
import { lastText } from "#course/progress/last-text.ts";
import { forbidEval } from "./no-eval.ts";

forbidEval();

/**
 * Upgrades the exercises of a page: a button that opens the editor. Everything else is loaded when it is pressed, or
 * when the page was opened by a link to a case.
 */
class Exercise extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector("[data-opener]") !== null || "open" in this.dataset) return;
    const opener = document.createElement("p");
    opener.className = "px-opener";
    opener.dataset["opener"] = "";
    const [full, simple] = [button("open"), button("open-simple")];
    full.className = "px-button primary";
    full.textContent = this.lastText() === null ? "Ouvrir l’éditeur" : "Reprendre votre texte";
    simple.className = "px-link";
    simple.textContent = "Éditeur simple";
    full.addEventListener("click", () => void this.open(null));
    simple.addEventListener("click", () => void this.open("simple"));
    opener.append(full, simple);
    this.querySelector('[data-part="editor"]')?.append(opener);
    if (caseCode() !== null && document.querySelectorAll("prip-exercise").length === 1) void this.open(null);
  }

  /** On paper the learner's own text stands in the place of the starter, also when no editor was opened. */
  print(): void {
    const text = this.lastText();
    const starter = this.querySelector('[data-part="starter"] code');
    if (text !== null && starter !== null) starter.textContent = text;
  }

  private lastText(): string | null {
    return lastText(storage, this.dataset["id"] ?? "");
  }

  private async open(editor: "simple" | null): Promise<void> {
    const opener = this.querySelector("[data-opener]");
    opener?.setAttribute("aria-busy", "true");
    try {
      const { openExercise } = await import("./open.tsx");
      if (!("open" in this.dataset)) openExercise(this, { editor, caseCode: caseCode() });
    } catch (error) {
      opener?.removeAttribute("aria-busy");
      const said = document.createElement("span");
      said.setAttribute("role", "alert");
      said.textContent =
        "L’exercice ne s’est pas ouvert. Vérifiez la connexion, puis rechargez la page\u202f: votre texte est gardé.";
      opener?.append(said);
      console.error(error);
    }
  }
}

function button(action: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset["action"] = action;
  return made;
}

const storage = createBrowserStorage(window);

const caseCode = (): string | null => /^#cas=(.+)$/.exec(location.hash)?.[1] ?? null;

addEventListener("hashchange", () => {
  // The exercise is open already: a fresh page takes the new case in.
  if (caseCode() !== null && document.querySelector("prip-exercise[data-open]") !== null) location.reload();
});

addEventListener("beforeprint", () => {
  for (const element of document.querySelectorAll("prip-exercise"))
    if (element instanceof Exercise) element.print();
});

customElements.define("prip-exercise", Exercise);
