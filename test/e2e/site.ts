import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { chromiumFlags, requireChromium } from "./chromium.ts";

/** A page under watch: what it asked of other hosts and what it complained about. */
export type Watched = { readonly page: Page; readonly foreign: string[]; readonly complaints: string[] };

let browser: Browser;

/** Starts one browser for the test file. Call at the top of each. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: requireChromium(),
      args: [...chromiumFlags],
      headless: true,
    });
  });
  afterAll(async () => {
    await browser.close();
  });
}

/** A fresh profile: no storage, no cache. */
export const newProfile = (options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL: inject("siteUrl"), locale: "fr-FR", ...options });

/** Opens a page of the site and watches it from the start. */
export async function visit(profile: BrowserContext, path: string): Promise<Watched> {
  const watched = watch(await profile.newPage());
  const response = await watched.page.goto(path, { waitUntil: "networkidle" });
  expect(response?.status(), path).toBe(200);
  return watched;
}

/** Notes foreign requests, console errors and uncaught exceptions of a page from now on. */
export function watch(page: Page): Watched {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(inject("siteUrl")).origin)
      foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, foreign, complaints };
}

/** The site keeps to itself and has nothing to complain about. */
export function expectQuiet({ foreign, complaints }: Watched): void {
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
}
