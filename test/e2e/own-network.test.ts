import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { ownNetworkOn } from "./own-network-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const chapter = "/chapitres/09-icmp-et-le-routeur/";
const source = (file: string): string =>
  readFileSync(new URL(`../../graders/${file}.ts`, import.meta.url), "utf8");

/** Puts a text where the reader's own would lie. */
async function keep(page: Page, exercise: string, text: string): Promise<void> {
  const draft = { format: 1, exercise, writer: "test-1", revision: 1, seen: {}, text, time: 1 };
  const key = `prip/1/draft/${exercise}/test-1`;
  await page.evaluate(
    `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(JSON.stringify(draft))})`,
  );
}

it("carries the reader's ping and traceroute with the reader's own router, and says which fault stops them", async () => {
  const profile = await newProfile({ reducedMotion: "reduce", bypassCSP: true });
  const watched = await visit(profile, chapter);
  const { page } = watched;
  const network = ownNetworkOn(page);
  await keep(page, "routing/router", source("routing/router/solution"));
  await keep(page, "icmp/traceroute", source("icmp/traceroute/solution"));
  await keep(page, "icmp/echo-reply", source("icmp/echo-reply/solution"));
  await page.reload({ waitUntil: "networkidle" });
  await network.open();
  expect(await network.root.locator('[data-own="route"]').isChecked()).toBe(true);
  expect(await network.root.locator('[data-own="ipChecksum"]').isDisabled()).toBe(true);
  expect(await network.play("ping -c 1 192.168.150.10")).toContain("1 received, 0% packet loss");
  expect(await network.play("traceroute 192.168.150.10")).toMatch(
    /1 {2}192\.168\.100\.1 [\s\S]*2 {2}192\.168\.50\.2 [\s\S]*3 {2}192\.168\.150\.10 /,
  );
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysExcess(page), `${width} px`).toBe(0);
    expect(await axeFaults(page), `${width} px`).toEqual([]);
  }

  // A router that keeps the old checksum: the next one drops everything, and the text says who.
  await keep(page, "routing/router", source("routing/router/mistakes/checksum-kept"));
  await page.reload({ waitUntil: "networkidle" });
  await network.open();
  expect(await network.play("ping -c 1 192.168.150.10")).toContain("100% packet loss");
  await network.root.locator(".network-log > summary").click();
  expect(await network.root.locator(".network-log").innerText()).toContain("R2 jette le paquet");

  // The same with the reference in its place.
  await network.root.locator('[data-own="route"]').uncheck();
  await page.keyboard.press("Tab");
  expect(await network.play("ping -c 1 192.168.200.10")).toContain("1 received");

  await keep(page, "routing/router", "export function route() {\n  return undefined.x;\n}");
  await page.reload({ waitUntil: "networkidle" });
  await network.open();
  await network.root.locator('[data-action="play-own"]').click();
  await expect
    .poll(() => network.root.locator("[data-own-said]").innerText())
    .toContain("Votre fonction route s’arrête à la ligne 2");
  expectQuiet(watched);
  await profile.close();
});

it("has the reader's own ARP behind every terminal of chapter 7, and stops a network that never rests", async () => {
  const profile = await newProfile({ reducedMotion: "reduce", bypassCSP: true });
  const watched = await visit(profile, "/chapitres/07-ethernet-arp-ndp/");
  const { page } = watched;
  const network = ownNetworkOn(page);
  await keep(page, "arp/run-cache", source("arp/run-cache/solution"));
  await keep(page, "arp/answer-request", source("arp/answer-request/solution"));
  await page.reload({ waitUntil: "networkidle" });
  await network.open();
  expect(await network.type("ping -c 2 192.168.100.6")).toContain("2 received, 0% packet loss");
  expect(await network.type("ip neigh")).toBe("192.168.100.6 dev eth0 lladdr 02:00:00:00:00:02 REACHABLE");
  expect(await network.type("ip neigh flush all")).toBe("");
  expect(await network.type("ip neigh")).toBe("");
  await page.setViewportSize({ width: 360, height: 900 });
  expect([await sidewaysExcess(page), await axeFaults(page)]).toEqual([0, []]);

  // Another choice is another network: what was typed has not happened in it.
  await network.root.locator('[data-own="arpStep"]').uncheck();
  expect(await network.root.getByRole("log").locator("pre").count()).toBe(0);
  expect(await network.type("ping -c 1 192.168.100.6")).toContain("1 received");

  await keep(page, "arp/answer-request", source("arp/answer-request/starter"));
  await page.reload({ waitUntil: "networkidle" });
  await network.open();
  await network.root.locator(".network-prompt input").fill("ping -c 1 192.168.100.6");
  await page.keyboard.press("Enter");
  const said = network.root.locator("[data-own-said]");
  await expect.poll(() => said.innerText()).toContain("Le réseau ne trouve pas le repos");
  expect(await network.root.locator("[data-row]").count()).toBeGreaterThan(100);
  expectQuiet(watched);
  await profile.close();
});

it("lets the reader's own next hop decide in chapter 8", async () => {
  const profile = await newProfile({ reducedMotion: "reduce" });
  const watched = await visit(profile, "/chapitres/08-tables-de-routage/");
  const { page } = watched;
  const network = ownNetworkOn(page);
  await keep(page, "routing/next-hop", source("routing/next-hop/mistakes/resolves-destination"));
  await page.reload({ waitUntil: "networkidle" });
  await network.open();
  expect(await network.type("ping -c 1 192.168.150.10")).toContain("Destination Host Unreachable");
  await network.root.locator('[data-own="nextHop"]').uncheck();
  expect(await network.type("ping -c 1 192.168.150.10")).toContain("1 received");
  expectQuiet(watched);
  await profile.close();
});
