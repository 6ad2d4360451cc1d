import { expect, it } from "vitest";
import { axeFaults } from "./axe.ts";
import { exerciseOn, graderFile, statementOf } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const chapter = "/chapitres/08-tables-de-routage/";

it("takes a learner from the mistake to the right answer on the chapter's page, with tables for tables", async () => {
  const id = "routing/lookup";
  const profile = await newProfile({ bypassCSP: true, reducedMotion: "reduce" });
  const watched = await visit(profile, chapter);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");

  const mistake = "metric-before-length";
  expect(await exercise.grade(graderFile(id, `mistakes/${mistake}.ts`))).toBe("failed");
  expect(await exercise.root.locator("[data-headline]").innerText()).toContain(
    statementOf(id).mistakes[mistake]?.title ?? "no such mistake",
  );
  const table = exercise.root.locator('[data-case] [data-value="table"] table');
  expect(await table.locator("thead th").allInnerTexts()).toEqual(["dest", "gateway", "iface", "metric"]);
  // Two rows that both hold the destination are enough to show it.
  expect(await table.locator("tbody tr").count()).toBe(2);
  expect(await axeFaults(watched.page)).toEqual([]);

  expect(await exercise.grade(graderFile(id, "solution.ts"))).toBe("passed");
  expectQuiet(watched);
  await profile.close();
});

it("marks the cell in which two tables differ", async () => {
  const id = "routing/rip-update";
  const profile = await newProfile();
  const watched = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");
  expect(await exercise.grade(graderFile(id, "mistakes/always-refreshed.ts"))).toBe("failed");
  const marked = (label: string) =>
    exercise.root.locator(`[data-case] [data-value="${label}"] mark`).allInnerTexts();
  expect([await marked("attendu"), await marked("obtenu")]).toEqual([["0"], ["30"]]);
  expectQuiet(watched);
  await profile.close();
});

it("shows the tables of several machines, and takes a network to try with a row a line", async () => {
  const id = "routing/trace-path";
  const profile = await newProfile();
  const watched = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");
  expect(await exercise.grade(graderFile(id, "mistakes/everyone-forwards.ts"))).toBe("failed");
  const tables = exercise.root.locator('[data-case] [data-value="net"] [data-table]');
  expect(await tables.evaluateAll((all) => all.map((one) => one.getAttribute("data-table")))).toEqual([
    "M.ifaces",
    "M.routes",
    "W.ifaces",
  ]);

  await exercise.write(graderFile(id, "solution.ts"));
  await exercise.action("show-trial").click();
  const typed = exercise.root.locator('[data-trial="net"]');
  expect((await typed.inputValue()).split("\n").length).toBeGreaterThan(20);
  await exercise.action("run-trial").click();
  const result = exercise.root.locator("[data-result]");
  await result.waitFor();
  expect(await result.innerText()).toContain('"delivered"');
  expectQuiet(watched);
  await profile.close();
});
