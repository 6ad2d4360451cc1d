import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allPages, isExercisePage, isText } from "./all-pages.ts";
import { newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const paths = allPages();
const written = readdirSync(new URL("../../content/fr/chapters/", import.meta.url));

it("finds the pages, and a page for every chapter", () => {
  const chapters = written.map((file) => `/chapitres/${file.replace(/\.mdx$/, "")}/`);
  expect(paths.filter((path) => path.startsWith("/chapitres/"))).toEqual(chapters.toSorted());
  expect(paths.filter(isExercisePage)).toContain("/exercices/ipv4/checksum/");
});

describe("without script", () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await newProfile({ javaScriptEnabled: false })).newPage();
  });
  afterAll(async () => {
    await page.context().close();
  });

  it.each(paths)("%s carries a strict policy, no inline script and no style attribute", async (path) => {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    const meta = page.locator('meta[http-equiv="content-security-policy"]');
    const policy = (await meta.getAttribute("content")) ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/);
    expect(await page.locator('script:not([src]):not([type="application/json"])').count()).toBe(0);
    expect(await page.locator("[style]").count()).toBe(0);
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
