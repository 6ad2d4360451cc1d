import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { markLooks, sample } from "./looks.ts";
import { expectQuiet, newProfile, watch, type Watched } from "./site.ts";

const [wide, narrow] = [1440, 360];
const setWidth = (page: Page, width: number): Promise<void> => page.setViewportSize({ width, height: 900 });

/** The contrast of one text of each look that is new. */
async function expectContrast(page: Page, when: string): Promise<void> {
  if ((await markLooks(page)) === 0) return;
  expect(await axeFaults(page, { rules: ["color-contrast"], within: sample }), when).toEqual([]);
}

/**
 * One test a page, all on one tab: no accessibility violation and nothing that scrolls sideways, wide and narrow, light
 * and dark. The theme changes colours and nothing else. The contrast of every single text is measured once, wide and in
 * light; after that, of one text of each look that was not there before.
 */
export function testSoundness(paths: readonly string[]): void {
  let watched: Watched;
  beforeAll(async () => {
    const profile = await newProfile({ bypassCSP: true, reducedMotion: "reduce" });
    watched = watch(await profile.newPage());
  });
  afterAll(async () => {
    await watched.page.context().close();
  });

  it.each(paths)("%s is sound, wide and narrow, light and dark", async (path) => {
    const { page } = watched;
    await page.emulateMedia({ colorScheme: "light" });
    await setWidth(page, wide);
    expect((await page.goto(path, { waitUntil: "load" }))?.status()).toBe(200);
    // An activity's own page opens it by itself.
    await page.waitForFunction("!document.querySelector('prip-activity[data-auto]:not([data-open])')");
    expect(await sidewaysExcess(page), "wide").toBe(0);
    expect(await axeFaults(page), "wide, light").toEqual([]);
    await markLooks(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectContrast(page, "wide, dark");

    await setWidth(page, narrow);
    await expectContrast(page, "narrow, dark");
    await page.emulateMedia({ colorScheme: "light" });
    await expectContrast(page, "narrow, light");
    expect(await sidewaysExcess(page), "narrow").toBe(0);
    expect(await axeFaults(page, { except: ["color-contrast"] }), "narrow").toEqual([]);
    await page.waitForLoadState("networkidle");
    expectQuiet(watched);
  });
}
