import { gzipSync } from "node:zlib";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allPages, isExercisePage } from "./all-pages.ts";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const paths = allPages();
/** What one comes to read, not to work with. */
const isText = (path: string): boolean => path === "/" || /^\/(chapitres|guide)\//.test(path);

it("finds the pages", () => {
  expect(paths.filter(isText)).toContain("/chapitres/03-verifier-et-reecrire/");
  expect(paths.filter(isExercisePage)).toContain("/exercices/ipv4/checksum/");
});

describe.each(paths)("%s", (path) => {
  it("has no accessibility violation and nothing that scrolls sideways, wide and narrow, light and dark", async () => {
    const profile = await newProfile({ bypassCSP: true, reducedMotion: "reduce" });
    const watched = await visit(profile, path);
    for (const width of [1440, 360]) {
      await watched.page.setViewportSize({ width, height: 900 });
      expect(await sidewaysExcess(watched.page), `${width} px`).toBe(0);
      expect(await axeFaults(watched.page), `${width} px`).toEqual([]);
      await watched.page.emulateMedia({ colorScheme: "dark" });
      // The theme changes colours and nothing else.
      expect(await axeFaults(watched.page, ["color-contrast"]), `${width} px, dark`).toEqual([]);
      await watched.page.emulateMedia({ colorScheme: "light" });
    }
    expectQuiet(watched);
    await profile.close();
  });
});

describe("without script", () => {
  let profile: BrowserContext;
  beforeAll(async () => {
    profile = await newProfile({ javaScriptEnabled: false });
  });
  afterAll(async () => {
    await profile.close();
  });

  it.each(paths)("%s carries a strict policy, no inline script and no style attribute", async (path) => {
    const page = await profile.newPage();
    await page.goto(path);
    const meta = page.locator('meta[http-equiv="content-security-policy"]');
    const policy = (await meta.getAttribute("content")) ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/);
    expect(await page.locator('script:not([src]):not([type="application/json"])').count()).toBe(0);
    expect(await page.locator("[style]").count()).toBe(0);
    await page.close();
  });
});

it.each([...paths.filter(isText), "/exercices/ipv4/checksum/"])(
  "%s loads at most 30 kB of script, compressed, before an editor is opened",
  async (path) => {
    const profile = await newProfile();
    const page = await profile.newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.body());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(30_000);
    await profile.close();
  },
);

it("refuses code from strings on the built site", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, "/");
  // Behind a timer: the debugger's own evaluation is exempt from the policy.
  const outcome = await page.evaluate(
    "new Promise((done) => setTimeout(() => { try { done((0, eval)('\"ran\"')); } catch (error) { done(error.name); } }))",
  );
  expect(outcome).toBe("EvalError");
  await profile.close();
});

it("reads without script: text, diagrams, statement, starter", async () => {
  const profile = await newProfile({ javaScriptEnabled: false });
  const { page } = await visit(profile, "/chapitres/03-verifier-et-reecrire/");
  expect(await page.locator("h1").innerText()).not.toBe("");
  expect(await page.locator("prip-exercise").count()).toBe(4);
  expect(await page.locator("prip-exercise pre").first().innerText()).toContain("export function");
  expect(await page.locator(".packet-field").count()).toBeGreaterThan(30);
  await profile.close();
});
