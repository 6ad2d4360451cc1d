import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { readHandIn } from "../../src/course/classroom/hand-in.ts";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { exerciseOn, graderFile } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const code = "addresses/parse-ip";
const choices = "activites/05.3-bis-le-sous-reseau-de-72";
/** The third lab is open, the second two days late, the first over. */
const now = new Date("2027-01-26T10:00:00+01:00");

const action = (page: Page, name: string) => page.locator(`[data-action="${name}"]`);
const importSays = (page: Page): Promise<string> =>
  page.locator('[data-part="import"] [data-says]').innerText();
const state = (page: Page, id: string): Promise<string> =>
  page.locator(`[data-work-for="${id}"] [data-cell="state"]`).innerText();

async function tabTo(page: Page, selector: string): Promise<void> {
  const there = `document.activeElement.matches(${JSON.stringify(selector)})`;
  for (let tabs = 0; tabs < 60 && !(await page.evaluate<boolean>(there)); tabs++)
    await page.keyboard.press("Tab");
  expect(await page.evaluate(there), selector).toBe(true);
}

const fileOf = (text: string) => ({
  name: "remise.prip.json",
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

it("hands a lab in with the keyboard, and goes on with the file on another machine", async () => {
  const profile = await newProfile();
  await profile.clock.setFixedTime(now);

  const list = await visit(profile, "/tp/");
  const [first, second, third, ...later] = await list.page.locator("[data-lab-status]").allInnerTexts();
  expect(first).toContain("Terminé");
  expect(second).toMatch(/^2 jours de retard.*perd 20\s% .*au plus 16 sur 20\.$/);
  expect(third).toMatch(/^Ouvert.*il reste 5 jours et 13 heures\.$/);
  expect(later.length).toBe(3);
  for (const sentence of later) expect(sentence).toMatch(/^Ouvre dans \d+ jours/);
  expectQuiet(list);

  const { page: solving } = await visit(profile, `/exercices/${code}/`);
  const exercise = exerciseOn(solving, code);
  await exercise.open("simple");
  await exercise.grade(graderFile(code, "solution.ts"));
  await solving.goto(`/activites/${choices.slice("activites/".length)}/`);
  await solving.locator('input[type="radio"]').first().check();
  await solving.close();

  const watched = await visit(profile, "/tp/tp3/");
  const { page } = watched;
  expect([await state(page, code), await state(page, choices)]).toEqual(["✓ réussi", "en cours"]);
  // Two points of the workbook are one of the lab.
  expect(await page.locator(`[data-work-for="${code}"] [data-cell="points"]`).innerText()).toBe("1 / 1");
  expect(await page.locator('[data-part="overview"] > p').innerText()).toContain("2 activités sur 7");
  expect(await page.locator('[data-list="empty"] li').count()).toBe(5);

  await tabTo(page, "#student-name");
  await page.keyboard.type("Zoé D'Août");
  await page.keyboard.press("Enter");
  expect(await page.locator("[data-fault]").getAttribute("data-fault")).toBe("number");
  await page.keyboard.type("22301234");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("tp3-ZOE-D-AOUT-22301234.prip.json");
  const text = readFileSync(await download.path(), "utf8");
  expect(await page.locator('[data-part="handed"]').innerText()).toContain("mardi 26 janvier 2027 à 10:00");
  expect(await page.locator("[data-timeliness]").innerText()).toBe("Elle est faite à temps.");
  expect(await page.locator("[data-student]").innerText()).toBe("Zoé D'Août, 22301234");
  expect(await page.evaluate("document.activeElement.dataset.action")).toBe("edit-student");

  const read = readHandIn(text);
  if (!read.ok) throw new Error(read.code);
  expect(read).toMatchObject({ intact: true, handIn: { lab: "tp3", made: now.getTime() } });
  const [solved] = read.handIn.activities;
  expect(solved).toMatchObject({ id: code, claim: { passed: true, points: 2 } });
  expect(solved?.work.drafts[0]?.text).toBe(graderFile(code, "solution.ts"));
  expect(read.handIn.activities.length).toBe(7);
  for (const { version } of read.handIn.activities) expect(version).toMatch(/^[0-9a-f]{8}$/);

  await page.evaluate("localStorage.clear()");
  await page.reload({ waitUntil: "networkidle" });
  expect(await state(page, code)).toBe("—");
  expect(await page.locator("[data-student]").count()).toBe(0);

  await action(page, "import").setInputFiles(fileOf(text.slice(0, 500)));
  await expect.poll(() => importSays(page)).toContain("coupé");
  await action(page, "import").setInputFiles(fileOf(text.replace('"hints": 0', '"hints": -1')));
  await expect.poll(() => importSays(page)).toContain("abîmée");
  await action(page, "import").setInputFiles(fileOf(text.replace("22301234", "99999999")));
  await page.locator('[data-notice="not-intact"]').waitFor();
  await action(page, "import-cancel").press("Enter");

  await page.evaluate(
    `((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "remise.prip.json"));
      const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data });
      document.querySelector('[data-part="import"]').dispatchEvent(drop);
    })(${JSON.stringify(text)})`,
  );
  await page.locator('[data-part="import-preview"]').waitFor();
  await tabTo(page, '[data-action="import-yes"]');
  await page.keyboard.press("Enter");
  await expect.poll(() => state(page, code)).toBe("✓ réussi");
  expect(await state(page, choices)).toBe("en cours");
  expect(await page.locator("[data-student]").innerText()).toBe("Zoé D'Août, 22301234");
  expectQuiet(watched);

  await page.goto("/mes-travaux/", { waitUntil: "networkidle" });
  await action(page, "import").setInputFiles(fileOf(text));
  await page.locator('[data-part="import-preview"]').waitFor();
  expect(await action(page, "import-yes").count()).toBe(0);

  const open = await newProfile({
    bypassCSP: true,
    reducedMotion: "reduce",
    storageState: await profile.storageState(),
  });
  await open.clock.setFixedTime(now);
  const { page: seen } = await visit(open, "/tp/tp3/");
  const other = text.replace("Zoé", "Chloé");
  await action(seen, "import").setInputFiles(fileOf(other));
  await seen.locator('[data-part="import-preview"]').waitFor();
  expect(await action(seen, "import-student").isChecked()).toBe(false);
  await action(seen, "edit-student").click();
  await seen.locator("#student-number").fill("deux mots");
  await action(seen, "hand-in").click();
  expect(await seen.locator("[data-fault]").count()).toBe(1);
  for (const width of [1440, 360]) {
    await seen.setViewportSize({ width, height: 900 });
    expect(await sidewaysExcess(seen), `${width} px`).toBe(0);
    expect(await axeFaults(seen), `${width} px`).toEqual([]);
  }
  await open.close();
  await profile.close();
});

it("gives dates, rule and links without script", async () => {
  const profile = await newProfile({ javaScriptEnabled: false });
  const { page } = await visit(profile, "/tp/tp3/");
  const dates = await page.locator(".lab-dates").innerText();
  expect(dates).toContain("dimanche 31 janvier 2027 à 23:59 (heure de Paris)");
  expect(dates).toMatch(/10\s% des points, jusqu’au mercredi 3 février 2027 à 23:59/);
  expect(await page.locator("[data-work-for] a").count()).toBe(7);
  await profile.close();
});
