import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { z } from "zod";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** Not everything: only some rules, all but some, or only within what a selector finds. */
export type Narrowed = {
  readonly rules?: readonly string[];
  readonly except?: readonly string[];
  readonly within?: string;
};

/**
 * What axe holds against the page as it is: the rule, and the beginning of each element at fault. The profile must
 * have been made with `bypassCSP`, since axe comes as text.
 */
export async function axeFaults(page: Page, narrowed: Narrowed = {}): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  const { rules, except = [], within } = narrowed;
  const options = {
    resultTypes: ["violations"],
    // No rule here reads style sheets, for which axe would wait.
    preload: false,
    ...(rules && { runOnly: rules }),
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  };
  const context = within === undefined ? "document" : JSON.stringify({ include: [[within]] });
  const found: unknown = await page.evaluate(
    `axe.run(${context}, ${JSON.stringify(options)}).then((r) => r.violations)`,
  );
  return violations
    .parse(found)
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(" | ")}`.slice(0, 400));
}

/** How many pixels of the page lie outside its width. */
export const sidewaysExcess = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
