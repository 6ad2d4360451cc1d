import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import type { Statement } from "#course/exercise/statement.ts";
import { readStatement } from "#course/feedback/read-statement.ts";

/** A file of an exercise's folder: `solution.ts`, `mistakes/always-twenty.ts`. */
export const graderFile = (id: string, file: string): string =>
  readFileSync(new URL(`../../graders/${id}/${file}`, import.meta.url), "utf8");

/** What people read of an exercise. */
export function statementOf(id: string): Statement {
  const read = readStatement(graderFile(id, "statement.fr.mdx"), id);
  if (!read.ok) throw new Error(read.sentence);
  return read.statement;
}

/** An exercise on a page of the site, as a learner handles it. */
export type ExerciseOnPage = {
  readonly root: Locator;
  /** The element behind `[data-action=…]`: buttons and links. */
  readonly action: (name: string) => Locator;
  /** The element behind `[data-notice=…]`. */
  readonly notice: (name: string) => Locator;
  /** Opens the editor: the usual one, or the simple one. */
  readonly open: (editor?: "simple") => Promise<void>;
  /** Puts a text in the place of the one in the editor. */
  readonly write: (text: string) => Promise<void>;
  /** The text on the screen. */
  readonly text: () => Promise<string>;
  /** « Évaluer », after writing `text` if there is one; the kind of the verdict. */
  readonly grade: (text?: string) => Promise<string | null>;
  /** Waits for the verdict that was asked for; its kind. */
  readonly verdict: () => Promise<string | null>;
  /** What a value of the failing case shows, by its label. */
  readonly value: (label: string) => Promise<string>;
  /** What the polite live region says. */
  readonly said: () => Promise<string>;
};

export function exerciseOn(page: Page, id: string): ExerciseOnPage {
  const root = page.locator(`prip-exercise[data-id="${id}"]`);
  const action = (name: string): Locator => root.locator(`[data-action="${name}"]`);
  const pane = root.locator(".px-pane");
  const isSimple = async (): Promise<boolean> => (await pane.getAttribute("data-editor")) === "simple";

  async function write(text: string): Promise<void> {
    if (await isSimple()) return root.locator(".px-textarea").fill(text);
    await root.locator(".monaco-editor .view-lines").click();
    await page.keyboard.press("Control+A");
    await paste(page, text);
  }
  async function verdict(): Promise<string | null> {
    await root.locator('.px-panel[aria-busy="false"]').waitFor();
    return root.locator("[data-verdict]").getAttribute("data-verdict");
  }
  return {
    root,
    action,
    notice: (name) => root.locator(`[data-notice="${name}"]`),
    open: async (editor) => {
      await action(editor === undefined ? "open" : "open-simple").click();
      await root.locator(".px-pane[data-ready]").waitFor();
    },
    write,
    text: async () =>
      (await isSimple())
        ? root.locator(".px-textarea").inputValue()
        : ((await root.locator(".px-print").textContent()) ?? ""),
    grade: async (text) => {
      if (text !== undefined) await write(text);
      await action("grade").click();
      return verdict();
    },
    verdict,
    value: async (label) =>
      (await root.locator(`[data-case] [data-value="${label}"] pre`).textContent()) ?? "",
    said: async () => (await root.locator('.px-pane [role="status"][data-says]').textContent()) ?? "",
  };
}

/** Pastes at the cursor, without typing aids coming between. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${JSON.stringify(text)});
    const options = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
  }`);
