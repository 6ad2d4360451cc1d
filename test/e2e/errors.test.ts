import { expect, it } from "vitest";
import { exerciseOn, graderFile } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const id = "ipv4/header-length";
const path = `/exercices/${id}/`;

it("marks the line of a run-time error and says line and column of a syntax error", async () => {
  const profile = await newProfile();
  const watched = await visit(profile, path);
  const exercise = exerciseOn(watched.page, id);
  const activeLine = exercise.root.locator(".active-line-number");
  await exercise.open();
  const lines = [
    "export function headerLength(x: any) {",
    "  const none: any = null;",
    "  return none.x;",
    "}",
  ];
  expect(await exercise.grade(lines.join("\n"))).toBe("threw");
  const marked = exercise.root.locator(".px-fault-line");
  await exercise.action("go-to-line").click();
  await expect.poll(() => activeLine.innerText()).toBe("3");
  expect((await marked.boundingBox())?.y).toBe((await activeLine.boundingBox())?.y);

  lines[1] = "  const none = ;";
  expect(await exercise.grade(lines.join("\n"))).toBe("did-not-compile");
  expect(await exercise.root.locator("[data-headline]").innerText()).toMatch(/Ligne 2, colonne 16/);
  await exercise.action("go-to-line").click();
  await expect.poll(() => activeLine.innerText()).toBe("2");
  expectQuiet(watched);
  await profile.close();
});

it("stays alive beside an endless loop, which ends in its verdict or is stopped at once", async () => {
  const profile = await newProfile();
  const watched = await visit(profile, path);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");
  expect(await exercise.grade("export function headerLength() { for (;;); }")).toBe("out-of-budget");

  // A loop of the engine's own, which no step budget counts.
  const native = "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)";
  await exercise.write(`export function headerLength() { return ${native}; }`);
  await exercise.action("grade").click();
  await exercise.action("hint").click();
  expect(await exercise.root.locator("[data-hint]").first().isVisible()).toBe(true);
  expect(await exercise.root.locator('.px-panel[aria-busy="true"]').count()).toBe(1);
  await exercise.action("stop").click();
  await exercise.root.locator('.px-panel[aria-busy="false"]').waitFor();
  expect(await exercise.said()).toContain("Évaluation arrêtée");
  expect(await exercise.grade(graderFile(id, "solution.ts"))).toBe("passed");
  expectQuiet(watched);
  await profile.close();
});
