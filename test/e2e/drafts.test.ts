import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { exerciseOn, graderFile } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const id = "ipv4/header-length";
const path = `/exercices/${id}/`;
const starter = graderFile(id, "starter.ts");

/** Opens the exercise in the simple editor. */
async function opened(page: Page, exerciseId = id) {
  const exercise = exerciseOn(page, exerciseId);
  await exercise.open("simple");
  return exercise;
}
const ofStorage = <T>(page: Page, expression: string): Promise<T> =>
  page.evaluate<T>(`(() => { const store = localStorage; return ${expression}; })()`);

it("keeps a text as it is typed, through a reload and a crash", async () => {
  const profile = await newProfile();
  const watched = await visit(profile, path);
  const first = await opened(watched.page);
  expect(await first.text()).toBe(starter);
  await first.write("// one");
  expect(await first.root.locator('[data-saved="written"]').innerText()).toMatch(/^Enregistré à \d\d:\d\d/);

  await watched.page.reload();
  const second = await opened(watched.page);
  expect(await second.text()).toBe("// one");
  expectQuiet(watched);
  await second.write("// two");
  const crashed = watched.page.waitForEvent("crash");
  await watched.page.goto("chrome://crash").catch(() => undefined);
  await crashed;

  const { page } = await visit(profile, path);
  expect(await exerciseOn(page, id).action("open").innerText()).toBe("Reprendre votre texte");
  expect(await (await opened(page)).text()).toBe("// two");
  await profile.close();
});

it("keeps both texts of two tabs, says so in both, and lets choose", async () => {
  const profile = await newProfile();
  const a = await opened((await visit(profile, path)).page);
  const b = await opened((await visit(profile, path)).page);
  await a.write("// from a");
  await b.write("// from b");
  for (const [tab, own, other] of [
    [a, "// from a", "// from b"],
    [b, "// from b", "// from a"],
  ] as const) {
    await tab.notice("versions").waitFor();
    expect(await tab.text()).toBe(own);
    expect(await tab.notice("versions").locator("pre").textContent()).toBe(other);
  }

  await b.action("take-other").click();
  await expect.poll(b.text).toBe("// from a");
  for (const tab of [a, b]) await tab.notice("versions").waitFor({ state: "detached" });
  expect(await b.root.locator("[data-earlier] pre").allTextContents()).toEqual(["// from b"]);

  const later = await opened((await visit(profile, path)).page);
  expect(await later.text()).toBe("// from a");
  expect(await later.notice("versions").count()).toBe(0);
  await profile.close();
});

it("says that the storage is full, leaves the text on the screen, and stores again once there is room", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, path);
  const exercise = await opened(page);
  await page.evaluate(`
    for (let size = 2 ** 22; size >= 1; size /= 2)
      try { localStorage.setItem("filler" + size, "x".repeat(size)); } catch {}
  `);
  await exercise.write("// no room for this");
  expect(await exercise.notice("storage").innerText()).toContain("stockage du navigateur est plein");
  expect(await exercise.root.locator('[data-saved="full"]').innerText()).toBe("Non enregistré.");
  expect(await exercise.text()).toBe("// no room for this");
  expect(await exercise.grade(graderFile(id, "solution.ts"))).toBe("passed");

  await page.evaluate(
    `for (const key of Object.keys(localStorage)) if (key.startsWith("filler")) localStorage.removeItem(key);`,
  );
  await exercise.write("// room again");
  await exercise.notice("storage").waitFor({ state: "detached" });
  await page.reload();
  expect(await (await opened(page)).text()).toBe("// room again");
  await profile.close();
});

it("puts a damaged record aside, whole, and leaves the others as they are", async () => {
  const profile = await newProfile();
  const chapter = "/chapitres/02-datagramme-ipv4/";
  const other = "ipv4/parse-header";
  const { page } = await visit(profile, chapter);
  await (await opened(page)).write("// will be damaged");
  await (await opened(page, other)).write("// stays");
  const key = await ofStorage<string>(page, `Object.keys(store).find((key) => key.includes("draft/${id}/"))`);
  const damaged = await ofStorage<string>(
    page,
    `(() => {
      const half = store.getItem(${JSON.stringify(key)}).slice(0, -20);
      store.setItem(${JSON.stringify(key)}, half);
      return half;
    })()`,
  );

  await page.reload();
  const exercise = await opened(page);
  expect(await exercise.notice("damaged").innerText()).toContain("1 enregistrement abîmé a été mis de côté");
  expect(await exercise.text()).toBe(starter);
  expect(await ofStorage<string[]>(page, "Object.values(store)")).toContain(damaged);
  expect(await (await opened(page, other)).text()).toBe("// stays");
  await exercise.write("// anew");
  await page.reload();
  expect(await (await opened(page)).text()).toBe("// anew");
  expect(await ofStorage<string[]>(page, "Object.values(store)")).toContain(damaged);
  await profile.close();
});
