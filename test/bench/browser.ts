import { chromium, type Browser, type Page, type Response } from "playwright-core";
import { gzipSync } from "node:zlib";
import { chromiumFlags, requireChromium } from "../e2e/chromium.ts";
import type { Effort, Figure, Section } from "./figure.ts";
import { serveSite } from "./serve-site.ts";
import { spreadOf, write, writeSpread } from "./statistics.ts";
import type { Subject } from "./subject.ts";

/** The built site in Chromium: from the click to the verdict on the screen, and what a page loads. */
export async function browserFigures(subject: Subject, { quick }: Effort): Promise<Section> {
  const site = await serveSite();
  const browser = await chromium.launch({ executablePath: requireChromium(), args: [...chromiumFlags] });
  try {
    const cold: Visit[] = [];
    for (let i = 0; i < (quick ? 2 : 10); i++) cold.push(await firstVerdict(browser, site.url, subject));
    const warm = await warmClicks(browser, site.url, subject, quick ? 5 : 50);
    const bytes = await scriptBytes(browser, `${site.url}/chapitres/03-verifier-et-reecrire/`);
    return {
      title: "In Chromium",
      note: `The built site, served on this machine; ${subject.exercise.id}, right solution, plain editor; Chromium ${browser.version()}. Cold: a fresh profile each time. A verdict counts when its frame has been drawn.`,
      figures: [...timeFigures(cold, warm), ...byteFigures(bytes)],
    };
  } finally {
    await browser.close();
    site.close();
  }
}

type Visit = { readonly sinceLoad: number; readonly sinceClick: number };

function timeFigures(cold: readonly Visit[], warm: readonly number[]): Figure[] {
  const click = spreadOf(warm);
  const load = spreadOf(cold.map(({ sinceLoad }) => sinceLoad));
  return [
    {
      name: "click to verdict, warm",
      reached: writeSpread(click, " ms"),
      goal: { text: "≤ 50 ms", met: click.median <= 50 },
    },
    {
      name: "click to verdict, cold",
      reached: writeSpread(spreadOf(cold.map(({ sinceClick }) => sinceClick)), " ms"),
    },
    {
      name: "first load of the page to first verdict",
      reached: writeSpread(load, " ms"),
      goal: { text: "≤ 1,500 ms", met: load.median <= 1500 },
    },
  ];
}

/** Clicks « Évaluer » in the page and waits until the verdict's frame has been drawn; gives both times, in ms. */
const clickAndWait = (): Promise<Visit> =>
  new Promise((resolve) => {
    const panel = document.querySelector(".px-panel");
    const button = document.querySelector<HTMLButtonElement>('[data-action="grade"]');
    if (panel === null || button === null) throw new Error("the exercise is not open");
    let grading = false;
    const start = performance.now();
    const observer = new MutationObserver(() => {
      const busy = panel.getAttribute("aria-busy") === "true";
      if (grading && !busy) {
        observer.disconnect();
        requestAnimationFrame(() =>
          setTimeout(() => {
            const now = performance.now();
            resolve({ sinceLoad: now, sinceClick: now - start });
          }),
        );
      }
      grading ||= busy;
    });
    observer.observe(panel, { attributes: true, attributeFilter: ["aria-busy"] });
    button.click();
  });

/** Opens the plain editor and types the solution, as fast as a script can. */
async function openWith(page: Page, solution: string): Promise<void> {
  await page.locator('[data-action="open-simple"]').first().click();
  await page.locator("textarea.px-textarea").first().fill(solution);
  await page.locator('[data-action="grade"]').first().waitFor();
}

async function firstVerdict(browser: Browser, url: string, subject: Subject): Promise<Visit> {
  const profile = await browser.newContext({ locale: "fr-FR" });
  const page = await profile.newPage();
  await page.goto(`${url}/exercices/${subject.exercise.id}/`, { waitUntil: "commit" });
  await openWith(page, subject.solution);
  const visit = await page.evaluate(clickAndWait);
  await expectPassed(page);
  await profile.close();
  return visit;
}

async function warmClicks(browser: Browser, url: string, subject: Subject, count: number): Promise<number[]> {
  const page = await browser.newPage({ locale: "fr-FR" });
  await page.goto(`${url}/exercices/${subject.exercise.id}/`);
  await openWith(page, subject.solution);
  const times: number[] = [];
  for (let i = 0; i < count + 5; i++) times.push((await page.evaluate(clickAndWait)).sinceClick);
  await expectPassed(page);
  await page.close();
  return times.slice(5);
}

async function expectPassed(page: Page): Promise<void> {
  const text = (await page.locator(".px-panel").innerText()).trim();
  if (!text.includes("Juste")) throw new Error(`not passed: ${text}`);
}

type Bytes = { readonly before: number; readonly after: number; readonly wasm: number };

/** Script on a chapter page, compressed (gzip), before and after the full editor of its first exercise is open. */
async function scriptBytes(browser: Browser, url: string): Promise<Bytes> {
  const profile = await browser.newContext({ locale: "fr-FR", viewport: { width: 1440, height: 900 } });
  const page = await profile.newPage();
  const loaded: Response[] = [];
  profile.on("response", (response) => loaded.push(response));
  await page.goto(url, { waitUntil: "networkidle" });
  const before = await compressed(loaded, /\.m?js(\?|$)/);
  await page.locator('[data-action="open"]').first().click();
  await page.locator(".monaco-editor").first().waitFor();
  await page.waitForLoadState("networkidle");
  const after = await compressed(loaded, /\.m?js(\?|$)/);
  const wasm = await compressed(loaded, /\.wasm(\?|$)/);
  await profile.close();
  return { before, after, wasm };
}

async function compressed(responses: readonly Response[], kind: RegExp): Promise<number> {
  const bodies = responses.filter((response) => kind.test(response.url())).map((response) => response.body());
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
}

const byteFigures = ({ before, after, wasm }: Bytes): Figure[] => [
  {
    name: "script of a chapter page before an editor opens (gzip)",
    reached: `${write(before / 1000)} kB`,
    goal: { text: "≤ 30 kB", met: before <= 30_000 },
  },
  { name: "script after the full editor is open (gzip)", reached: `${write(after / 1000)} kB` },
  { name: "WebAssembly loaded with it (gzip)", reached: `${write(wasm / 1000)} kB` },
];
