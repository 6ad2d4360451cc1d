import { expect, it } from "vitest";
import { exerciseOn, graderFile } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

/** What became of each stage, in order. */
const outcomes = async (exercise: ReturnType<typeof exerciseOn>): Promise<(string | null)[]> =>
  exercise.root
    .locator("[data-stage]")
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-stage")));

it("grades traceroute by stages, shows the calls that it made, and counts what already works", async () => {
  const id = "icmp/traceroute";
  const profile = await newProfile();
  const watched = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");

  expect(await exercise.grade(graderFile(id, "mistakes/stops-at-star.ts"))).toBe("failed");
  expect(await exercise.root.locator("[data-mistake]").getAttribute("data-mistake")).toBe("stops-at-star");
  expect(await outcomes(exercise)).toEqual(["passed", "passed", "failed", "failed", "failed"]);
  expect(await exercise.root.locator("[data-stages]").innerText()).toContain("4 points sur 8");
  expect(await exercise.root.locator("[data-calls] pre").innerText()).toContain("probe(1, 33434) → ");

  expect(await exercise.grade(graderFile(id, "solution.ts"))).toBe("passed");
  expect(await outcomes(exercise)).toEqual(Array.from({ length: 5 }, () => "passed"));
  expectQuiet(watched);

  await watched.page.goto("/mes-travaux/", { waitUntil: "networkidle" });
  expect(await watched.page.locator("main").innerText()).toContain("8");
  await profile.close();
});

it("tells a half-right router which of its stages work", async () => {
  const id = "routing/router";
  const profile = await newProfile();
  const watched = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");

  expect(await exercise.grade()).toBe("failed");
  expect(await outcomes(exercise)).toEqual(Array.from({ length: 7 }, () => "failed"));

  expect(await exercise.grade(graderFile(id, "mistakes/expired-in-silence.ts"))).toBe("failed");
  expect(await outcomes(exercise)).toEqual([
    "passed",
    "passed",
    "passed",
    "passed",
    "failed",
    "passed",
    "failed",
  ]);
  expect(await exercise.root.locator("[data-verdict]").innerText()).toContain(
    "n’apprend pas que son paquet est mort",
  );

  expect(await exercise.grade(graderFile(id, "solution.ts"))).toBe("passed");
  expectQuiet(watched);
  await profile.close();
});

it("tries the function on a network of one's own, with its calls", async () => {
  const id = "icmp/traceroute";
  const profile = await newProfile();
  const watched = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");
  await exercise.write(graderFile(id, "solution.ts"));
  await exercise.action("show-trial").click();
  await exercise.action("run-trial").click();
  await exercise.root.locator("[data-result]").waitFor();
  expect(await exercise.root.locator("[data-result] [data-calls]").innerText()).toContain("12 appels");
  expectQuiet(watched);
  await profile.close();
});
