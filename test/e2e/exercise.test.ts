import { expect, it } from "vitest";
import { exerciseOn, graderFile, statementOf } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

const id = "ipv4/header-length";
const path = `/exercices/${id}/`;
const starter = graderFile(id, "starter.ts");
const solution = graderFile(id, "solution.ts");
const alwaysTwenty = graderFile(id, "mistakes/always-twenty.ts");
const { mistakes, hints } = statementOf(id);

it("names the mistake on the smallest case, greys it when the text changes, accepts the mended text", async () => {
  const profile = await newProfile();
  const watched = await visit(profile, path);
  const exercise = exerciseOn(watched.page, id);
  const after = exercise.root.locator('[data-part="after"]');
  await exercise.open();
  expect(await exercise.root.locator('[data-editor="full"]').count()).toBe(1);

  expect(await exercise.grade(alwaysTwenty)).toBe("failed");
  expect(await exercise.root.locator("[data-mistake]").getAttribute("data-mistake")).toBe("always-twenty");
  const title = mistakes["always-twenty"]?.title ?? "a title";
  expect(await exercise.root.locator("[data-verdict]").innerText()).toContain(title);
  // IHL 6 is the smallest with options.
  expect(await exercise.value("firstByte")).toContain("0x06");
  expect(await exercise.value("attendu")).toContain("headerBytes: 24");
  expect(await exercise.value("obtenu")).toContain("headerBytes: 20");
  expect(await after.isVisible()).toBe(false);

  await exercise.write(solution);
  await exercise.root.locator("[data-verdict][data-stale]").waitFor();
  expect(await exercise.notice("stale").innerText()).toContain("Le texte a changé");
  await watched.page.keyboard.press("Control+Enter");
  await exercise.root.locator('[data-verdict="passed"]:not([data-stale])').waitFor();
  expect(await exercise.root.locator("[data-headline]").innerText()).toContain("Juste");
  expect(await exercise.said()).toContain("Juste");
  expect(await exercise.root.locator(".px-points").innerText()).toBe("2 points");
  expect(await after.isVisible()).toBe(true);
  expect(await exercise.root.locator("[data-progress-for]").innerText()).toContain("réussi");
  expectQuiet(watched);
  await profile.close();
});

it("runs the case that failed first the next time, also after a reload", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, path);
  const exercise = exerciseOn(page, id);
  await exercise.open("simple");
  await exercise.grade(alwaysTwenty);
  await page.reload();
  await exercise.open("simple");
  // This mistake fails on the very first case as well; alone it would be shown there.
  expect(await exercise.grade(graderFile(id, "mistakes/bits-not-bytes.ts"))).toBe("failed");
  expect(await exercise.root.locator("[data-case]").innerText()).toContain("cas rejoué en premier");
  await profile.close();
});

it("gives hints one by one, the solution on purpose only, and keeps what « Recommencer » replaces", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, path);
  const exercise = exerciseOn(page, id);
  const shownHints = () => exercise.root.locator("[data-hint]").filter({ visible: true }).count();
  await exercise.open("simple");
  expect(await shownHints()).toBe(0);
  for (const count of hints.keys()) {
    await exercise.action("hint").click();
    expect(await shownHints()).toBe(count + 1);
    expect(await exercise.said()).toContain(`Indice ${count + 1} sur ${hints.length}`);
  }

  const shownSolution = exercise.root.locator('[data-part="solution"] pre');
  await exercise.action("solution").click();
  await exercise.action("solution-cancel").click();
  expect(await shownSolution.isVisible()).toBe(false);
  await exercise.action("solution").click();
  await exercise.action("solution-yes").click();
  expect(await shownSolution.isVisible()).toBe(true);
  expect(await shownSolution.textContent()).toBe(solution);

  await exercise.write("// mine");
  await exercise.action("restart").click();
  expect(await exercise.text()).toBe("// mine");
  await exercise.action("restart-yes").click();
  await expect.poll(exercise.text).toBe(starter);
  await exercise.root.locator("[data-earlier] > summary").click();
  await exercise.action("recover").click();
  await expect.poll(exercise.text).toBe("// mine");
  await profile.close();
});

it("« Essayer » answers on the examples and on a typed input, and says what is wrong with the input", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, path);
  const exercise = exerciseOn(page, id);
  await exercise.open("simple");
  await exercise.write(alwaysTwenty);
  await exercise.action("try").click();
  await exercise.action("run-examples").click();
  // 0x45, 0x48, 0x4f, 0x44: no options, options, options, refused.
  await expect
    .poll(() => exercise.root.locator("[data-trial-results] .px-same").allInnerTexts())
    .toEqual(["✓ identique", "≠ différent", "≠ différent", "✓ identique"]);

  const input = exercise.root.locator('[data-trial="firstByte"]');
  const complaint = exercise.root.locator("[data-trial-error]");
  await input.fill("0x145");
  expect(await complaint.innerText()).toContain("ne tient pas sur 8 bits");
  await input.fill("zz");
  expect(await complaint.innerText()).toContain("Écrivez un entier");
  await input.fill("0x66");
  expect(await complaint.count()).toBe(0);
  await input.press("Enter");
  await expect
    .poll(() => exercise.root.locator("[data-result]").allInnerTexts())
    .toEqual([expect.stringContaining("version: 6, headerBytes: 20")]);
  await profile.close();
});

it("opens two exercises on one page, each with its own scope and its own draft", async () => {
  const profile = await newProfile();
  const watched = await visit(profile, "/chapitres/02-datagramme-ipv4/");
  const other = "ipv4/parse-header";
  const pair = [exerciseOn(watched.page, id), exerciseOn(watched.page, other)] as const;
  // The same names in both, ES2023 and a type of the course: no fault. A wrong type, a word of the DOM: one each.
  const text = (own: string) =>
    `type Course = IPv4Header;\nconst shared = [2].toSorted();\nconst wrong: string = shared;\ndocument; // ${own}`;
  for (const exercise of pair) {
    await exercise.open();
    await exercise.write(text("before"));
  }
  for (const [at, exercise] of pair.entries()) await exercise.write(text(String(at)));
  for (const [at, exercise] of pair.entries()) {
    await expect.poll(() => exercise.root.locator(".squiggly-error").count(), { timeout: 20_000 }).toBe(2);
    expect(await exercise.text()).toBe(text(String(at)));
  }
  expect(await pair[0].grade(solution)).toBe("passed");
  expect(await pair[1].grade(graderFile(other, "solution.ts"))).toBe("passed");
  expect(await pair[0].text()).toBe(solution);
  expectQuiet(watched);
  await profile.close();
});

it("links to the failing case: a fresh browser replays it first, and the link holds no code", async () => {
  const profile = await newProfile();
  const { page } = await visit(profile, path);
  const exercise = exerciseOn(page, id);
  await exercise.open("simple");
  await exercise.grade(alwaysTwenty);
  const link = (await exercise.action("case-link").getAttribute("href")) ?? "";
  const [address, code] = link.split("#cas=");
  expect(address).toBe(new URL(path, page.url()).href);
  // The arguments and the seed, nothing else.
  expect(Buffer.from(code ?? "", "base64url").toString()).toMatch(/^\[\[6\],\d+\]$/);
  await profile.close();

  const fresh = await newProfile();
  const watched = await visit(fresh, link);
  const opened = exerciseOn(watched.page, id);
  await opened.notice("link").waitFor();
  expect(await opened.text()).toBe(starter);
  expect(await opened.grade(alwaysTwenty)).toBe("failed");
  expect(await opened.root.locator("[data-case]").innerText()).toContain("cas rejoué en premier");
  expect(await opened.value("firstByte")).toContain("0x06");
  expectQuiet(watched);
  await fresh.close();
});
