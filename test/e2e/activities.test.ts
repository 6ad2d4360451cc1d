import type { BrowserContext, Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { expectQuiet, newProfile, useBrowser, visit, type Watched } from "./site.ts";

useBrowser();

const journey = "01.3-les-etapes-d-une-requete";
const labels = "05.6-hub-commutateur-ou-routeur";
const tables = "08.1-completer-pour-le-routeur-2-et-la-machine-b";
const windows = "08.2-lire-une-table-de-routage-windows";

const partOf = (page: Page, id: string): Locator => page.locator(`[data-activity-part="${id}"]`);
const said = (page: Page): Promise<string> => page.locator("prip-activity [data-says]").innerText();
const feedback = (part: Locator): Promise<string | null> =>
  part.locator("[data-feedback]").first().getAttribute("data-feedback");

async function open(profile: BrowserContext, id: string): Promise<Watched> {
  const watched = await visit(profile, `/activites/${id}/`);
  await watched.page.locator("prip-activity[data-open]").waitFor();
  return watched;
}

/** Presses Tab until the element has the focus: it must be reachable so. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 150; tabs++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way there with Tab: ${String(target)}`);
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Picks the option of a select by its first letters, as one does without a mouse. */
async function pickIn(page: Page, target: Locator, letters: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(letters);
}

it("quiz: wrong, its own explanation, then right; the answer is there after a reload", async () => {
  const profile = await newProfile();
  const watched = await open(profile, journey);
  const { page } = watched;
  const question = page.locator('[data-question="fcs"]');
  await tabTo(page, question.locator("input").first());
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  expect(await feedback(question)).toBe("wrong");
  expect(await said(page)).toMatch(/^À revoir\. Le noyau écrit les 14 premiers octets\./);
  await page.keyboard.press("ArrowDown");
  expect(await question.locator("[data-feedback]").count()).toBe(0);
  await page.keyboard.press("Enter");
  expect(await feedback(question)).toBe("right");
  expect(await said(page)).toMatch(/^Juste\./);
  expect(await page.locator("[data-activity-progress]").innerText()).toBe("1 réponse juste sur 21.");

  await page.reload();
  await page.locator("prip-activity[data-open]").waitFor();
  expect(await question.locator('input[value="carte"]').isChecked()).toBe(true);
  expect(await feedback(question)).toBe("right");
  expectQuiet(watched);

  const { page: works } = await visit(profile, "/mes-travaux/");
  const row = works.locator(`[data-work-for="activites/${journey}"]`);
  expect((await row.locator("td").allInnerTexts()).slice(0, 3)).toEqual(["en cours", "0 / 2", "2"]);
  await profile.close();
});

it("ordering: buttons move an item and keep the focus; the first broken rule speaks", async () => {
  const profile = await newProfile();
  const { page } = await open(profile, journey);
  const part = partOf(page, "trame");
  const order = (): Promise<(string | null)[]> =>
    part.locator("[data-item]").evaluateAll((items) => items.map((item) => item.getAttribute("data-item")));
  const wanted = ["ethernet", "ip", "tcp", "tls", "fcs"];
  expect((await order()).toSorted()).toEqual(wanted.toSorted());
  await tabTo(page, part.locator('[data-action="check"]'));
  await page.keyboard.press("Enter");
  expect(await feedback(part)).toBe("wrong");
  for (const [at, id] of wanted.entries()) {
    const up = part.locator(`[data-move="${id}-up"]`);
    if ((await order()).indexOf(id) === at) continue;
    await tabTo(page, up);
    for (let place = (await order()).indexOf(id); place > at; place--) {
      await page.keyboard.press("Enter");
      expect(await up.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    }
    expect(await said(page)).toContain(`place ${String(at + 1)} sur 5`);
  }
  expect(await order()).toEqual(wanted);
  await tabTo(page, part.locator('[data-action="check"]'));
  await page.keyboard.press("Enter");
  expect(await feedback(part)).toBe("right");
  await page.reload();
  await page.locator("prip-activity[data-open]").waitFor();
  expect(await order()).toEqual(wanted);
  expect(await feedback(part)).toBe("right");
  await profile.close();
});

it("step-through: goes on and back, lights the drawing, counts when all steps were seen", async () => {
  const profile = await newProfile();
  const { page } = await open(profile, journey);
  const part = partOf(page, "trajet");
  const steps = part.locator("[data-step]");
  const next = part.locator('[data-action="next"]');
  await tabTo(page, next);
  await page.keyboard.press("Enter");
  expect(await steps.getAttribute("data-step")).toBe("route");
  await page.keyboard.press("Enter");
  expect(await said(page)).toMatch(/^Étape 3 sur 8\. La résolution\./);
  expect(await part.locator('[data-node="R1"]').getAttribute("data-lit")).toBe("");
  expect(await part.locator('[data-node="S"]').getAttribute("data-lit")).toBeNull();
  for (let step = 3; step < 8; step++) await page.keyboard.press("Enter");
  expect(await steps.getAttribute("data-step")).toBe("suite");
  expect(await page.locator("[data-activity-progress]").innerText()).toBe("1 réponse juste sur 21.");
  await profile.close();
});

it("labels and addresses on a drawing: each wrong one has its own explanation", async () => {
  const profile = await newProfile();
  const watched = await open(profile, labels);
  const { page } = watched;
  const part = partOf(page, "dessin");
  const place = (id: string): Locator => part.locator(`[data-place="${id}"]`);
  const check = async (): Promise<void> => {
    await tabTo(page, part.locator('[data-action="check"]'));
    await page.keyboard.press("Enter");
  };
  await pickIn(page, place("A").locator("select"), "un routeur");
  await pickIn(page, place("B").locator("select"), "un routeur");
  await typeInto(page, place("B-droite").locator("input"), "192.168.100.1");
  await check();
  expect(await feedback(place("A"))).toBe("wrong");
  expect(await feedback(place("B"))).toBe("right");
  expect(await part.locator('[data-given="A"]').textContent()).toBe("✗ routeur");
  expect(await part.locator('[data-given="B"]').allTextContents()).toEqual(["✓ routeur", "✗ 192.168.100.1"]);
  expect(await place("B-droite").innerText()).toContain("n’est pas sur le réseau de droite");
  expect(await place("C").locator("[data-feedback]").count()).toBe(0);
  await pickIn(page, place("A").locator("select"), "un hub ou");
  await pickIn(page, place("C").locator("select"), "un hub ou");
  await typeInto(page, place("B-gauche").locator("input"), "192.168.100.254");
  await typeInto(page, place("B-droite").locator("input"), "192.168.250.1");
  await check();
  await page.reload();
  await page.locator("prip-activity[data-open]").waitFor();
  expect(await part.locator('[data-feedback="right"]').count()).toBe(5);
  expectQuiet(watched);
  await profile.close();
});

it("rows of a table: several are chosen for one question", async () => {
  const profile = await newProfile();
  const { page } = await open(profile, windows);
  const part = partOf(page, "lecture");
  await tabTo(page, part.locator('[data-action="next"]'));
  await page.keyboard.press("Enter");
  const row = (id: string): Locator => part.locator(`[data-row="${id}"] input`);
  const choose = async (id: string): Promise<void> => {
    await tabTo(page, row(id));
    await page.keyboard.press("Space");
  };
  await choose("multicast");
  await page.keyboard.press("Enter");
  expect(await said(page)).toContain("Un groupe n’est pas tout le monde");
  await choose("multicast");
  await choose("limited");
  await page.keyboard.press("Enter");
  expect(await said(page)).toContain("une autre forme de diffusion");
  await choose("directed");
  await page.keyboard.press("Enter");
  expect(await feedback(part)).toBe("right");
  await profile.close();
});

const answer = {
  R2: [
    ["192.168.50.0", "255.255.255.0", "192.168.50.2", "if1"],
    ["192.168.150.0", "255.255.255.0", "—", "if2"],
    ["192.168.200.0/24", "", "192.168.50.1", "if1"],
    ["default", "0.0.0.0", "203.0.113.1", "if3"],
    ["192.168.100.0", "255.255.255.0", "192.168.50.1", "if1"],
  ],
  B: [
    ["192.168.150.0", "255.255.255.0", "0.0.0.0", "eth0"],
    ["default", "", "192.168.150.1", "eth0"],
  ],
} as const;

it("tables: a missing way back is shown on the drawing and in words, then every ping comes back", async () => {
  const profile = await newProfile();
  const watched = await open(profile, tables);
  const { page } = watched;
  const fillRow = async (node: keyof typeof answer, at: number): Promise<void> => {
    const group = page.locator(`[data-table="${node}"] [role="group"]`).nth(at);
    for (const [column, cell] of (answer[node][at] ?? []).entries()) {
      const field = group.locator("input, select").nth(column);
      if (column === 3) await pickIn(page, field, cell);
      else if (cell !== "") await typeInto(page, field, cell);
    }
  };
  const send = async (): Promise<void> => {
    await tabTo(page, page.locator('[data-action="check"]'));
    await page.keyboard.press("Enter");
  };
  for (const at of [0, 1, 2, 3]) await fillRow("R2", at);
  for (const at of [0, 1]) await fillRow("B", at);
  await send();
  expect(await feedback(page.locator(".pa-tables"))).toBe("wrong");
  expect(await said(page)).toContain("La demande de B vers A arrive, mais la réponse se perd.");
  expect(await page.locator("[data-cross]").getAttribute("data-cross")).toBe("R2");
  await tabTo(page, page.locator('[data-dead="A-S"]'));
  await page.keyboard.press("Enter");
  expect(await page.locator("[data-ping]").getAttribute("data-ping")).toBe("A-S");

  // The same, frame by frame: the last thing that happens to it, it happens in R2.
  await tabTo(page, page.locator('[data-action="replay-ping"]'));
  await page.keyboard.press("Enter");
  const replay = page.locator('[data-replay="A-S"]');
  await replay.locator("[data-row]").first().waitFor();
  await replay.locator(".network-log > summary").click();
  expect(await replay.locator(".network-log").innerText()).toMatch(/R2 jette le paquet/);
  await page.setViewportSize({ width: 360, height: 900 });
  expect([await sidewaysExcess(page), await axeFaults(page)]).toEqual([0, []]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await fillRow("R2", 4);
  await send();
  expect(await said(page)).toMatch(/^Juste\. Tous les pings reviennent/);
  expect(await page.locator("[data-cross]").count()).toBe(0);
  expect(await page.locator("[data-activity-lesson]").count()).toBe(1);
  expect(await page.locator('prip-activity [data-progress="passed"]').innerText()).toBe("✓ réussi");
  await page.reload();
  await page.locator("prip-activity[data-open]").waitFor();
  expect(await page.locator('[data-table="R2"] input').first().inputValue()).toBe("192.168.50.0");
  expect(await feedback(page.locator(".pa-tables"))).toBe("right");
  expectQuiet(watched);
  const { page: works } = await visit(profile, "/mes-travaux/");
  const row = works.locator(`[data-work-for="activites/${tables}"]`);
  expect((await row.locator("td").allInnerTexts()).slice(0, 3)).toEqual(["✓ réussi", "4 / 4", "2"]);
  await profile.close();
});

it("keeps both answers of two tabs until one is chosen, and what was given up can be taken back", async () => {
  const profile = await newProfile();
  const [{ page: one }, { page: two }] = [await open(profile, labels), await open(profile, labels)];
  const select = (page: Page): Locator => page.locator('[data-place="A"] select');
  await select(one).selectOption("hub");
  await expect.poll(() => select(two).inputValue()).toBe("hub");
  await select(two).selectOption("routeur");
  await select(one).selectOption("commutateur");
  const notice = one.locator('[data-notice="versions"]');
  await notice.waitFor();
  await notice.locator('[data-action="take-other"]').click();
  expect(await select(one).inputValue()).toBe("routeur");
  expect(await notice.count()).toBe(0);
  await one.locator("[data-earlier] summary").click();
  await one.locator('[data-action="recover"]').first().click();
  expect(await select(one).inputValue()).toBe("commutateur");
  await profile.close();
});

it("reads without script: questions with folded answers, the drawing with its table", async () => {
  const profile = await newProfile({ javaScriptEnabled: false });
  const { page } = await visit(profile, `/activites/${labels}/`);
  expect(await page.locator(".pa-drawing").count()).toBe(1);
  expect(await page.locator(".pa-drawing-table tbody tr").count()).toBe(7);
  const question = page.locator('[data-activity-part="variantes"] li').first();
  expect(await question.innerText()).toContain("Quelle est celle de 192.168.100.5");
  expect(await question.locator("details[open]").count()).toBe(0);
  expect(await question.locator("details").count()).toBe(1);
  await profile.close();
});

it.each([journey, labels, tables, windows])(
  "%s, answered wrong, has no accessibility violation and nothing that scrolls sideways",
  async (id) => {
    const profile = await newProfile({ bypassCSP: true, reducedMotion: "reduce" });
    const { page } = await open(profile, id);
    for (const select of await page.locator("prip-activity select").all())
      await select.selectOption({ index: 1 });
    for (const radio of await page.locator("prip-activity fieldset > label:first-of-type input").all())
      await radio.check();
    if (id === tables) {
      for (const input of await page.locator('[data-table="B"] [role="group"] input').all())
        await input.fill("192.168.100.1");
    }
    for (const check of await page.locator('prip-activity [data-action="check"]').all()) await check.click();
    expect(await page.locator('[data-feedback="wrong"]').count()).toBeGreaterThan(0);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await sidewaysExcess(page), `${String(width)} px`).toBe(0);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFaults(page), `${String(width)} px, ${colorScheme}`).toEqual([]);
      }
    }
    await profile.close();
  },
);
