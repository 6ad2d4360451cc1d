import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";
import { readWithTshark } from "./tshark.ts";

useBrowser();

const chapter = "/chapitres/01-couches-et-octets/";
const network = (page: Page) => page.locator("prip-network").first();
const press = (page: Page, action: string) => network(page).locator(`[data-action="${action}"]`).click();

it("plays a ping step by step, forwards and back, with the keyboard alone", async () => {
  const profile = await newProfile({ reducedMotion: "reduce" });
  const watched = await visit(profile, chapter);
  const { page } = watched;
  await network(page).getByRole("button", { name: "Lancer la simulation" }).focus();
  await page.keyboard.press("Enter");
  const said = network(page).locator(".network-step");
  await network(page).getByRole("button", { name: "Lire" }).waitFor();
  await network(page).getByRole("button", { name: "Suivant" }).focus();
  await page.keyboard.press("Enter");
  expect(await said.innerText()).toContain("Who has 192.168.100.1? Tell 192.168.100.10");
  const first = await said.innerText();
  await page.keyboard.press("Enter");
  expect(await said.innerText()).not.toBe(first);
  await network(page).getByRole("button", { name: "Précédent" }).focus();
  await page.keyboard.press("Enter");
  expect(await said.innerText()).toBe(first);
  await network(page).getByRole("slider", { name: "Étape" }).focus();
  await page.keyboard.press("End");
  expect(await said.innerText()).toContain("ttl=62");
  expectQuiet(watched);
  await profile.close();
});

it("opens what a router's hop changes: link addresses, TTL, checksum, nothing else", async () => {
  const profile = await newProfile({ reducedMotion: "reduce" });
  const { page } = await visit(profile, chapter);
  await press(page, "open-network");
  const row = network(page).locator("tr", { hasText: "ttl=63" }).filter({ hasText: "request" }).first();
  await row.getByRole("button").focus();
  await page.keyboard.press("Enter");
  const summaries = await network(page).locator(".network-layer > summary").allInnerTexts();
  expect(summaries.map((text) => text.replace(/\s+/g, " "))).toEqual([
    "Ethernet · réécrit : Destination Address, Source Address",
    "IPv4 · réécrit : Time to Live, Header Checksum",
    "ICMP · inchangé",
  ]);
  await profile.close();
});

it("exports a capture that tshark reads without a warning", async () => {
  const profile = await newProfile({ reducedMotion: "reduce", acceptDownloads: true });
  const { page } = await visit(profile, chapter);
  await press(page, "open-network");
  await network(page).getByLabel("Capture sur").selectOption("R1-R2");
  const downloading = page.waitForEvent("download");
  await press(page, "export-pcap");
  const file = await (await downloading).path();
  const { rows, warnings } = readWithTshark(readFileSync(file), [
    "frame.protocols",
    "ip.ttl",
    "ip.checksum.status",
  ]);
  expect(warnings).toBe("");
  expect(rows).toEqual([
    ["eth:ethertype:arp", "", ""],
    ["eth:ethertype:arp", "", ""],
    ["eth:ethertype:ip:icmp:data", "63", "1"],
    ["eth:ethertype:ip:icmp:data", "63", "1"],
  ]);
  await profile.close();
});

it("has no accessibility violation while it plays, wide and narrow, light and dark", async () => {
  const profile = await newProfile({ bypassCSP: true, reducedMotion: "reduce" });
  const { page } = await visit(profile, chapter);
  await press(page, "open-network");
  for (let i = 0; i < 5; i++) await press(page, "next");
  await network(page).locator("[data-row]").nth(6).click();
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysExcess(page), `${width} px`).toBe(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
  await profile.close();
});
