import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const chapter = "/chapitres/02-datagramme-ipv4/";
const diagram = (page: Page) => page.locator(".packet").first();
const field = (page: Page, name: string) =>
  diagram(page).getByRole("option").filter({ hasText: name }).filter({ visible: true }).first();
/** The hexadecimal digits that are lit, without their spaces. */
const litDigits = async (page: Page): Promise<string> =>
  (await diagram(page).locator(".hex-byte [data-lit]").allTextContents()).join("");

it("moves through the fields with the arrow keys, lights their bytes and explains them", async () => {
  const profile = await newProfile();
  const watched = await visit(profile, chapter);
  const { page } = watched;
  const line = diagram(page).locator(".packet-line");
  await field(page, "Version").focus();
  expect(await litDigits(page)).toBe("4");
  await page.keyboard.press("ArrowRight");
  expect(await line.textContent()).toContain("IHL");
  expect(await litDigits(page)).toBe("5");
  await page.keyboard.press("ArrowDown");
  expect(await litDigits(page)).toBe("d431");
  for (let row = 0; row < 2; row++) await page.keyboard.press("ArrowDown");
  expect(await line.textContent()).toContain("10.244.1.5");
  expect(await line.textContent()).toContain("octets 12 à 15");
  expect(await page.evaluate("document.activeElement.getAttribute('aria-selected')")).toBe("true");
  await page.keyboard.press("End");
  expect(await litDigits(page)).toBe("8efab92e");
  await page.keyboard.press("Home");
  expect(await litDigits(page)).toBe("4");
  expectQuiet(watched);
  await profile.close();
});

it("lights the field of a byte under the pointer, and goes back to the chosen field", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, chapter);
  await field(page, "Total Length").click();
  await diagram(page).locator(".hex-byte").nth(8).hover();
  expect(await diagram(page).locator(".columns-32 [data-lit] .packet-name").allTextContents()).toEqual([
    "Time to Live",
  ]);
  await page.mouse.move(2, 2);
  expect(await diagram(page).locator(".columns-32 [data-lit] .packet-name").allTextContents()).toEqual([
    "Total Length",
  ]);
  await profile.close();
});

it("draws 16 bits a row on a narrow screen and 32 on a wide one", async () => {
  for (const [width, columns] of [
    [360, 16],
    [1440, 32],
  ] as const) {
    const profile = await newProfile({ viewport: { width, height: 900 } });
    const { page } = await visit(profile, chapter);
    const ruler = diagram(page).locator(".packet-ruler").filter({ visible: true });
    expect(await ruler.locator("span").count()).toBe(columns);
    await profile.close();
  }
});

it("keeps the table out of sight until it is asked for, and in sight without script", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, chapter);
  const height = async (where: Page): Promise<number> =>
    (await diagram(where).locator(".packet-table-box").boundingBox())?.height ?? 0;
  expect(await height(page)).toBeLessThanOrEqual(1);
  await diagram(page).getByRole("button", { name: "Champs en tableau" }).click();
  expect(await height(page)).toBeGreaterThan(200);
  await profile.close();

  const bare = await newProfile({ javaScriptEnabled: false });
  const { page: plain } = await visit(bare, chapter);
  expect(await height(plain)).toBeGreaterThan(200);
  expect(await field(plain, "Header Checksum").isVisible()).toBe(true);
  await bare.close();
});

it("keeps the chosen theme on the next page, set before the page is drawn", async () => {
  const profile = await newProfile({ colorScheme: "light" });
  const { page } = await visit(profile, chapter);
  const button = page.getByRole("button", { name: /Thème/ });
  await button.click();
  await button.click();
  expect(await button.textContent()).toContain("sombre");
  const { page: next } = await visit(profile, "/");
  expect(await next.evaluate("document.documentElement.dataset.theme")).toBe("dark");
  expect(await next.locator("head script").first().getAttribute("src")).toMatch(/theme\.js$/);
  await profile.close();
});
