import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { writePcap } from "#net/capture/pcap.ts";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const capture = (name: string): Buffer =>
  readFileSync(new URL(`../conformance/data/captures/${name}`, import.meta.url));
const bring = (page: Page, name: string, buffer: Buffer) =>
  page
    .locator('[data-action="choose-capture"]')
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
const says = (page: Page) => page.locator("[data-says]");

it("takes a capture apart, frame by frame, with the keyboard", async () => {
  const profile = await newProfile({ bypassCSP: true });
  const watched = await visit(profile, "/captures/");
  const { page } = watched;
  await bring(page, "traceroute.pcap", capture("traceroute4-udp.pcap"));
  await page.locator("[data-row]").first().waitFor();
  expect(await says(page).innerText()).toContain("traceroute.pcap");
  await page.locator('[data-row="1"]').focus();
  await page.keyboard.press("Enter");
  const names = await page.locator(".network-layer > summary strong").allInnerTexts();
  expect(names.slice(0, 3)).toEqual(["Ethernet", "IPv4", "UDP"]);
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysExcess(page), `${width} px`).toBe(0);
    expect(await axeFaults(page), `${width} px`).toEqual([]);
  }
  expectQuiet(watched);
  await profile.close();
});

it("says what is wrong with a file that is none, is cut, or is empty", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, "/captures/");
  await bring(page, "lettre.txt", Buffer.from("Ceci n'est pas une capture."));
  await expect.poll(() => says(page).innerText()).toContain("ni du pcap ni du pcapng");
  await bring(page, "vide.pcap", Buffer.alloc(0));
  await expect.poll(() => says(page).innerText()).toContain("vide");
  const whole = capture("ping4-arp.pcap");
  await bring(page, "coupe.pcap", whole.subarray(0, 500));
  await expect.poll(() => says(page).innerText()).toContain("coupé à l’octet 500");
  expect(await page.locator("[data-row]").count()).toBeGreaterThan(2);
  await profile.close();
});

it("stays alive with 100,000 frames", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, "/captures/");
  const data = Uint8Array.from({ length: 42 }, (_, i) => i);
  const frames = Array.from({ length: 100_000 }, (_, i) => ({
    seconds: i,
    nanoseconds: 0,
    originalLength: data.length,
    data,
  }));
  const file = writePcap({ linkType: 1, snapLength: 65_535, frames });
  if (!file.ok) throw new Error(file.error.field);
  await bring(page, "longue.pcap", Buffer.from(file.value));
  await expect.poll(() => says(page).innerText()).toContain("100\u202f000 trames");
  await page.getByLabel("Aller à la trame").fill("99999");
  await page.keyboard.press("Enter");
  await page.locator('[data-row="99999"][aria-pressed="true"]').waitFor();
  expect(await page.locator(".network-number").count()).toBeLessThanOrEqual(200);
  await profile.close();
});

it("finds the first frame where the learner's own function differs from the reference", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, "/captures/");
  const folder = new URL("../../graders/ipv4/parse-header/", import.meta.url);
  const keep = async (file: string): Promise<void> => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const draft = {
      format: 1,
      exercise: "ipv4/parse-header",
      writer: "test-1",
      revision: 1,
      seen: {},
      text,
      time: 1,
    };
    await page.evaluate(
      `localStorage.setItem("prip/1/draft/ipv4/parse-header/test-1", ${JSON.stringify(JSON.stringify(draft))})`,
    );
  };
  const compare = async (): Promise<string> => {
    const place = page.locator("[data-compared]");
    const before = await place.innerText();
    await page.locator('[data-action="compare"]').click();
    const ended = (text: string): boolean => text !== before && !/comparés sur|^$/.test(text);
    await expect.poll(async () => ended(await place.innerText()), { timeout: 30_000 }).toBe(true);
    return place.innerText();
  };
  await bring(page, "frag.pcap", capture("ping4-frag-3000.pcap"));
  await page.locator("[data-row]").first().waitFor();
  expect(await compare()).toContain("Aucun texte");
  await keep("solution.ts");
  expect(await compare()).toContain("mêmes réponses que la référence");
  await keep("mistakes/offset-in-units.ts");
  expect(await compare()).toContain("première où les réponses diffèrent");
  expect(await page.locator("[data-differences] th[scope=row]").allInnerTexts()).toContain("fragmentOffset");
  await profile.close();
});
