import { createBrowserStorage } from "#course/progress/browser-storage.ts";
import { lastText } from "#course/progress/last-text.ts";
import { forbidEval } from "../exercise/no-eval.ts";

forbidEval();

const storage = createBrowserStorage(window);

/**
 * Upgrades the activities of a page: a button that opens one. Everything else is loaded when it is pressed; on an
 * activity's own page (`data-auto`) at once.
 */
class Activity extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector("[data-opener]") !== null || "open" in this.dataset) return;
    const opener = document.createElement("p");
    opener.className = "px-opener";
    opener.dataset["opener"] = "";
    const button = document.createElement("button");
    button.type = "button";
    button.dataset["action"] = "open-activity";
    button.className = "px-button primary";
    button.textContent =
      lastText(storage, this.dataset["id"] ?? "") === null
        ? "Commencer l’activité"
        : "Reprendre vos réponses";
    button.addEventListener("click", () => void this.open(true));
    opener.append(button);
    this.querySelector('[data-part="live"]')?.before(opener);
    if ("auto" in this.dataset) void this.open(false);
  }

  private async open(asked: boolean): Promise<void> {
    const opener = this.querySelector("[data-opener]");
    opener?.setAttribute("aria-busy", "true");
    try {
      const { openActivityOn } = await import("./open.tsx");
      if ("open" in this.dataset) return;
      openActivityOn(this, asked);
      opener?.remove();
    } catch (error) {
      opener?.removeAttribute("aria-busy");
      const said = document.createElement("span");
      said.setAttribute("role", "alert");
      said.textContent =
        "L’activité ne s’est pas ouverte. Vérifiez la connexion, puis rechargez la page\u202f: vos réponses sont gardées.";
      opener?.append(said);
      console.error(error);
    }
  }
}

customElements.define("prip-activity", Activity);
