import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { expect, it } from "vitest";
import { exerciseOn, graderFile } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const id = "ipv4/header-length";
const path = `/exercices/${id}/`;
const other = "ipv4/parse-header";

/** The cells of an exercise's row, but for the name and the time. */
const row = async (page: Page, exercise: string): Promise<string[]> =>
  (await page.locator(`[data-work-for="${exercise}"] td`).allInnerTexts()).slice(0, -1);
const total = (page: Page): Promise<string> => page.locator('[data-total="all"]').innerText();
const action = (page: Page, name: string) => page.locator(`[data-action="${name}"]`);
const says = (page: Page) => page.locator("[data-says]").filter({ hasText: /./ }).innerText();

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), action(page, "export").click()]);
  expect(download.suggestedFilename()).toBe("prip-travaux.json");
  return readFileSync(await download.path(), "utf8");
}
const importText = (page: Page, text: string): Promise<void> =>
  action(page, "import").setInputFiles({
    name: "file.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });

/** A profile in which the first exercise holds this text. */
async function profileWith(text: string): Promise<BrowserContext> {
  const profile = await newProfile();
  const { page } = await visit(profile, path);
  const exercise = exerciseOn(page, id);
  await exercise.open("simple");
  await exercise.write(text);
  await page.close();
  return profile;
}

it("shows what was done, exports it, erases it once confirmed, and brings it back by import", async () => {
  const profile = await newProfile();
  const { page: chapter } = await visit(profile, "/chapitres/02-datagramme-ipv4/");
  const [first, second] = [exerciseOn(chapter, id), exerciseOn(chapter, other)];
  await first.open("simple");
  await first.action("hint").click();
  await first.grade(graderFile(id, "mistakes/always-twenty.ts"));
  await first.grade(graderFile(id, "solution.ts"));
  await second.open("simple");
  await second.write("// begun");

  const watched = await visit(profile, "/mes-travaux/");
  const { page } = watched;
  const done = ["✓ réussi", "2 / 2", "2", "1"];
  const begun = ["en cours", "0 / 6", "0", "0"];
  expect(await row(page, id)).toEqual(done);
  expect(await row(page, other)).toEqual(begun);
  const before = await total(page);
  expect(before).toMatch(/^1 exercice réussi sur \d+, 2 sur \d+ points\.$/);
  const file = await exported(page);

  await action(page, "erase").click();
  await action(page, "erase-cancel").click();
  expect(await total(page)).toBe(before);
  await action(page, "erase").click();
  await action(page, "erase-yes").click();
  expect(await says(page)).toBe("Tout est effacé.");
  expect((await row(page, id))[0]).toBe("—");
  expect(await total(page)).toMatch(/^0 exercice réussi/);

  await importText(page, file);
  await action(page, "import-yes").click();
  await expect.poll(() => total(page)).toBe(before);
  expect(await row(page, id)).toEqual(done);
  expect(await row(page, other)).toEqual(begun);
  expectQuiet(watched);
  const back = exerciseOn((await visit(profile, path)).page, id);
  await back.open("simple");
  expect(await back.text()).toBe(graderFile(id, "solution.ts"));
  await profile.close();
});

it("says what is wrong with a file that is no export, and changes nothing", async () => {
  const profile = await profileWith("// mine");
  const { page } = await visit(profile, "/mes-travaux/");
  const before = await row(page, id);
  expect(before[0]).toBe("en cours");
  for (const [text, sentence] of [
    ["\u0000\u0001 not a file of ours", "Ce fichier n’est pas du JSON"],
    ['{"works": 1}', "Ce fichier ne vient pas de"],
  ] as const) {
    await importText(page, text);
    await expect.poll(() => says(page)).toContain(sentence);
    expect(await action(page, "import-yes").count()).toBe(0);
  }
  await page.reload();
  expect(await row(page, id)).toEqual(before);
  await profile.close();
});

it("keeps both texts when a file holds another one", async () => {
  const source = await profileWith("// from the file");
  const file = await exported((await visit(source, "/mes-travaux/")).page);
  await source.close();

  const profile = await profileWith("// from here");
  const { page } = await visit(profile, "/mes-travaux/");
  await importText(page, file);
  expect(await page.locator('[data-part="import-preview"]').innerText()).toContain("les deux sont gardés");
  await action(page, "import-yes").click();
  await expect.poll(async () => (await row(page, id))[0]).toContain("deux textes");

  const exercise = exerciseOn((await visit(profile, path)).page, id);
  await exercise.open("simple");
  const texts = [await exercise.text(), await exercise.notice("versions").locator("pre").textContent()];
  expect(texts.toSorted()).toEqual(["// from here", "// from the file"]);
  await profile.close();
});
