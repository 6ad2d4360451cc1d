import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** The network with the reader's own functions on a page, as a reader handles it. */
export type OwnNetworkOnPage = {
  readonly root: Locator;
  /** Puts the functions into the network. */
  readonly open: () => Promise<void>;
  /** Chooses one of the commands and lets it run; what its program wrote. */
  readonly play: (line: string) => Promise<string>;
  /** Types a line on the terminal that is open; what its program wrote. */
  readonly type: (line: string) => Promise<string>;
};

export function ownNetworkOn(page: Page): OwnNetworkOnPage {
  const root = page.locator("prip-network[data-own]");
  const runs = () => root.locator("[data-runs]").getAttribute("data-runs");
  async function once(act: () => Promise<void>): Promise<void> {
    const before = Number(await runs());
    await act();
    await expect.poll(runs).toBe(String(before + 1));
  }
  return {
    root,
    open: async () => {
      await root.locator('[data-action="open-network"]').click();
      await root.locator("[data-own-said]").waitFor({ state: "attached" });
    },
    play: async (line) => {
      await root.locator(".network-capture select").first().selectOption(line);
      await root.locator('[data-action="play-own"]').focus();
      await once(() => page.keyboard.press("Enter"));
      return root.locator(".network-output pre").innerText();
    },
    type: async (line) => {
      await root.locator(".network-prompt input").fill(line);
      await once(() => page.keyboard.press("Enter"));
      return root.getByRole("log").locator("pre").last().innerText();
    },
  };
}
