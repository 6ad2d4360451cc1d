import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeClass } from "../fixtures/class/made-class.ts";
import { filesIn, lab, runHere } from "../unit/cli/class/run-class.ts";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

let scratch: string;
const place = (name: string): string => join(scratch, name);
const action = (page: Page, name: string) => page.locator(`[data-action="${name}"]`);
const says = (page: Page): Promise<string> => page.locator("[data-says]").innerText();

/** The made-up class, graded by the command line; the page gets the same folder, with the lab's file in it. */
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "teacher-"));
  await writeClass(place("remises"));
  await runHere("grade", place("remises"), "--lab", lab, "--out", place("notes"));
  copyFileSync(lab, join(place("remises"), basename(lab)));
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true }));

it("grades a folder in the browser to the bytes of the command line, and stops when asked", async () => {
  const profile = await newProfile();
  const home = await visit(profile, "/");
  await home.page.locator('main a[href$="/enseignant/"]').click();
  await home.page.close();

  const watched = await visit(profile, "/enseignant/");
  const { page } = watched;
  expect(await axeFaults(page)).toEqual([]);

  // Nothing is graded while the engine does not come: the page has to be stopped, whatever the machine's speed.
  await page.context().route("**/*.wasm", () => undefined);
  await action(page, "folder").setInputFiles(place("remises"));
  await action(page, "stop").click();
  await expect.poll(() => says(page)).toContain("arrêtée");
  expect(await action(page, "save").count()).toBe(0);
  await page.context().unroute("**/*.wasm");

  await action(page, "grade").click();
  await page.locator('[data-part="report"]').waitFor({ timeout: 120_000 });
  expect(await says(page)).toBe("21 remises notées\u202f; 15 lignes dans problemes.csv.");
  const [download] = await Promise.all([page.waitForEvent("download"), action(page, "save").click()]);
  expect(download.suggestedFilename()).toBe("notes-tp90.zip");
  const zip = unzipSync(readFileSync(await download.path()));
  const given = Object.fromEntries(
    Object.entries(zip).map(([path, bytes]) => [
      path.slice("notes-tp90/".length),
      Buffer.from(bytes).toString("latin1"),
    ]),
  );
  // What the command line keeps for itself, to go on later, the page has no use for.
  const written = Object.fromEntries(
    Object.entries(filesIn(place("notes"))).filter(([path]) => !/^(classe\.json|copies\.ndjson)$/.test(path)),
  );
  expect(Object.keys(given).toSorted()).toEqual(Object.keys(written).toSorted());
  for (const [path, text] of Object.entries(written)) expect(given[path] === text, path).toBe(true);

  expect(await page.locator(".map tbody tr").first().innerText()).toContain("Toute la classe");
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await sidewaysExcess(page)).toBe(0);
  await page.locator('.map a[href="remises/102.html"]').click();
  expect(await page.locator('[data-part="report"] h1').innerText()).toBe("TP90 TP d’essai");
  expect(await page.locator(".who").innerText()).toContain("BLANC Bruno");
  await action(page, "back").click();
  expect(await page.locator(".map").count()).toBe(1);
  expectQuiet(watched);
});

it("writes pages that stand on their own: accessible, within a phone's width, in both themes", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const profile = await newProfile({ bypassCSP: true, colorScheme, viewport: { width: 360, height: 780 } });
    const page = await profile.newPage();
    for (const name of ["classe.html", "remises/102.html"]) {
      await page.goto(pathToFileURL(join(place("notes"), name)).href);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      // All that differs in the dark is colours.
      const narrowed = colorScheme === "dark" ? { rules: ["color-contrast"] } : undefined;
      expect(await axeFaults(page, narrowed), `${name} ${colorScheme}`).toEqual([]);
      expect(await sidewaysExcess(page), name).toBe(0);
    }
    await profile.close();
  }
});
