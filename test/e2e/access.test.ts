import { expect, it } from "vitest";
import { axeFaults, sidewaysExcess } from "./axe.ts";
import { exerciseOn, graderFile, paste } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const id = "ipv4/header-length";
const solution = graderFile(id, "solution.ts");
/** The widest panel: a failing header drawn, expected against actual. */
const wide = "ipv4/build-header";
const wideMistake = graderFile(wide, "mistakes/src-dst-swapped.ts");

it("goes from the page to a passed verdict with the keyboard alone, and out of the editor again", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(page, id);
  const tabTo = async (action: string): Promise<void> => {
    const focused = `document.activeElement.dataset.action ?? ""`;
    for (let tabs = 0; tabs < 60 && (await page.evaluate(focused)) !== action; tabs++)
      await page.keyboard.press("Tab");
    expect(await page.evaluate(focused)).toBe(action);
  };
  const inEditor = () => page.evaluate(`document.activeElement.closest(".monaco-editor") !== null`);

  await tabTo("open");
  await page.keyboard.press("Enter");
  await exercise.root.locator(".px-pane[data-ready]").waitFor();
  await expect.poll(inEditor).toBe(true);
  await page.keyboard.press("Control+A");
  await paste(page, solution);
  await page.keyboard.press("Tab");
  expect(await exercise.text()).toBe(`${solution}  `);
  await page.keyboard.press("Control+Enter");
  expect(await exercise.verdict()).toBe("passed");
  expect(await inEditor()).toBe(true);

  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await inEditor()).toBe(false);
  await tabTo("switch-editor");
  await page.keyboard.press("Enter");
  const area = exercise.root.locator(".px-textarea");
  await area.waitFor();
  const inArea = () => page.evaluate(`document.activeElement.classList.contains("px-textarea")`);
  await expect.poll(inArea).toBe(true);
  await page.keyboard.press("Tab");
  expect(await inArea()).toBe(false);
  expect(await area.inputValue()).toBe(`${solution}  `);
  await profile.close();
});

it("serves a phone: the simple editor, a verdict by touch, nothing that scrolls sideways", async () => {
  const profile = await newProfile({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const watched = await visit(profile, `/exercices/${wide}/`);
  const exercise = exerciseOn(watched.page, wide);
  await exercise.action("open").tap();
  await exercise.root.locator('.px-pane[data-editor="simple"][data-ready]').waitFor();
  expect(await exercise.action("switch-editor").count()).toBe(0);
  for (const [text, kind] of [
    [wideMistake, "failed"],
    [graderFile(wide, "solution.ts"), "passed"],
  ] as const) {
    await exercise.write(text);
    await exercise.action("grade").tap();
    expect(await exercise.verdict()).toBe(kind);
    expect(await sidewaysExcess(watched.page), kind).toBe(0);
  }
  expectQuiet(watched);
  await profile.close();
});

it.each([
  ["failed", wideMistake],
  ["passed", graderFile(wide, "solution.ts")],
])(
  "has no accessibility violation with a verdict « %s » open, wide and narrow, light and dark",
  async (kind, text) => {
    const profile = await newProfile({ bypassCSP: true, reducedMotion: "reduce" });
    const { page } = await visit(profile, `/exercices/${wide}/`);
    const exercise = exerciseOn(page, wide);
    await exercise.open();
    expect(await exercise.grade(text)).toBe(kind);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFaults(page), `${width} px, ${colorScheme}`).toEqual([]);
      }
      expect(await sidewaysExcess(page), `${width} px`).toBe(0);
    }
    await profile.close();
  },
);
