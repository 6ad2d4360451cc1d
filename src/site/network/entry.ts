import { forbidEval } from "../exercise/no-eval.ts";

forbidEval();

/** Upgrades a drawn network: a button that starts its simulation. The player is loaded when it is pressed. */
class Network extends HTMLElement {
  connectedCallback(): void {
    const opener = this.querySelector<HTMLElement>('[data-part="opener"]');
    if (opener === null) return;
    opener.hidden = false;
    opener.querySelector("button")?.addEventListener("click", () => void this.open(opener), { once: true });
  }

  private async open(opener: HTMLElement): Promise<void> {
    const says = opener.querySelector<HTMLElement>('[role="status"]');
    opener.setAttribute("aria-busy", "true");
    if (says !== null) says.textContent = "La simulation se prépare…";
    try {
      const { openNetwork } = await import("./open.tsx");
      openNetwork(this);
      opener.remove();
    } catch (error) {
      opener.removeAttribute("aria-busy");
      if (says !== null)
        says.textContent =
          "La simulation ne s’est pas ouverte. Vérifiez la connexion, puis rechargez la page.";
      console.error(error);
    }
  }
}

customElements.define("prip-network", Network);
