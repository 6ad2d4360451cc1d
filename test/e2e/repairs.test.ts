import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const network = (page: Page) => page.locator('prip-network[data-name="4-passerelle"]');
const said = (page: Page) => network(page).locator("[data-repair-said]");
const screen = (page: Page) => network(page).locator(".network-screen").first();

async function type(page: Page, line: string): Promise<void> {
  await network(page).locator(".network-prompt input").focus();
  await page.keyboard.type(line);
  await page.keyboard.press("Enter");
}

it("lets a broken network be repaired from its terminals, with the keyboard alone, and keeps what was done", async () => {
  const profile = await newProfile({ reducedMotion: "reduce", bypassCSP: true });
  const watched = await visit(profile, "/pannes/");
  const { page } = watched;
  await network(page).locator('[data-action="open-network"]').focus();
  await page.keyboard.press("Enter");
  await said(page).waitFor();
  expect(await said(page).innerText()).toContain("1 ping qui échoue");

  await type(page, "ip route add default via 192.168.50.2");
  await expect.poll(() => screen(page).innerText()).toContain("Error: Nexthop has invalid gateway.");
  await page.keyboard.type("ip ro");
  await page.keyboard.press("Tab");
  expect(await network(page).locator(".network-prompt input").inputValue()).toBe("ip route ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowUp");
  expect(await network(page).locator(".network-prompt input").inputValue()).toBe(
    "ip route add default via 192.168.50.2",
  );
  await page.keyboard.press("Escape");
  await type(page, "ip route add default via 192.168.100.1");
  await expect.poll(() => said(page).innerText()).toContain("Réparé.");
  await type(page, "ping -c 1 192.168.150.10");
  await expect.poll(() => screen(page).innerText()).toContain("1 received");

  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysExcess(page), `${width} px`).toBe(0);
    expect(await axeFaults(page), `${width} px`).toEqual([]);
  }
  await page.reload({ waitUntil: "networkidle" });
  await network(page).locator('[data-action="open-network"]').click();
  await expect.poll(() => said(page).innerText()).toContain("Réparé.");
  expectQuiet(watched);

  await page.goto("/mes-travaux/", { waitUntil: "networkidle" });
  const row = page.locator('[data-work-for="pannes/cinq-reseaux"]');
  expect(await row.locator('[data-cell="points"]').innerText()).toMatch(/1\s*\/\s*5/);
  await profile.close();
});
