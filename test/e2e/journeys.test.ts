import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exerciseOn, graderFile, statementOf } from "./exercise-page.ts";
import { expectQuiet, newProfile, useBrowser, visit, type Watched } from "./site.ts";

useBrowser();

/** A question of an activity: a wrong answer, then the right one. */
type Question = {
  readonly activity: string;
  readonly question: string;
  readonly wrong: string;
  readonly right: string;
};
type Journey = {
  readonly chapter: string;
  /** Null in a chapter without activities. */
  readonly quiz: Question | null;
  readonly exercise: string;
  readonly mistake: string;
};

/** One learner, who works through chapters 1 to 7 with the keyboard; 8 and 9 have files of their own. */
const journeys: readonly Journey[] = [
  {
    chapter: "01-couches-et-octets",
    quiz: {
      activity: "01.3-les-etapes-d-une-requete",
      question: "fcs",
      wrong: "application",
      right: "liaison",
    },
    exercise: "bytes/read-uint",
    mistake: "little-endian",
  },
  {
    chapter: "02-datagramme-ipv4",
    quiz: null,
    exercise: "ipv4/header-length",
    mistake: "words-not-bytes",
  },
  {
    chapter: "03-verifier-et-reecrire",
    quiz: { activity: "03.4-bis-routes-imposees", question: "derriere", wrong: "ssr", right: "lsr" },
    exercise: "ipv4/checksum",
    mistake: "carry-lost",
  },
  {
    chapter: "04-ipv6",
    quiz: null,
    exercise: "ipv6/format-address",
    mistake: "two-abbreviations",
  },
  {
    chapter: "05-masques-et-sous-reseaux",
    quiz: {
      activity: "05.3-bis-le-sous-reseau-de-72",
      question: "lequel",
      wrong: "trente-deux",
      right: "soixante-quatre",
    },
    exercise: "addresses/prefix-from-mask",
    mistake: "counts-ones",
  },
  {
    chapter: "06-adresses-particulieres",
    quiz: { activity: "06.4-interfaces-ppp-igmp", question: "a-qui", wrong: "machine", right: "interface" },
    exercise: "addresses/classify-ipv4",
    mistake: "all-255-is-broadcast",
  },
  {
    chapter: "07-ethernet-arp-ndp",
    quiz: {
      activity: "07.3-bis-mon-voisin-est-il-joignable",
      question: "comment",
      wrong: "dns",
      right: "diffusion",
    },
    exercise: "ethernet/parse-frame",
    mistake: "tag-not-skipped",
  },
];

let watched: Watched;
beforeAll(async () => {
  const profile = await newProfile({ reducedMotion: "reduce" });
  watched = await visit(profile, "/");
});
afterAll(async () => {
  await watched.page.context().close();
});

/** What a reader does who has come to a control with Tab. */
async function press(target: Locator, key = "Enter"): Promise<void> {
  await target.focus();
  await target.press(key);
}

const toWorks = (page: Page): Locator => page.locator('.bar-links a[href$="/mes-travaux/"]');

async function follow(link: Locator): Promise<void> {
  const { page } = watched;
  const to = new URL((await link.getAttribute("href")) ?? "", page.url()).href;
  await press(link);
  await page.waitForURL(to, { waitUntil: "load" });
}

/** A sentence of a statement as its page may have it: typeset, its code marked. */
const plain = (text: string): string => text.replaceAll("`", "").replaceAll("'", "’").replaceAll(/\s+/g, " ");

async function answer(page: Page, { activity, question, wrong, right }: Question): Promise<void> {
  const element = page.locator(`prip-activity[data-id="activites/${activity}"]`);
  await press(element.locator('[data-action="open-activity"]'));
  const part = element.locator(`[data-question="${question}"], [data-place="${question}"]`).first();
  await part.waitFor();
  // Radio buttons and tick boxes take the space bar; of several places, each has a list.
  const list = part.locator("select");
  const isList = (await list.count()) > 0;
  const choose = async (choice: string): Promise<void> => {
    if (isList) await list.selectOption(choice);
    else await press(part.locator(`input[value="${choice}"]`), " ");
  };
  const check = () =>
    press(
      isList
        ? part.locator('xpath=ancestor::form//button[@data-action="check"]')
        : part.locator('[data-action="check"]'),
    );
  const feedback = (): Promise<string | null> =>
    part.locator("[data-feedback]").first().getAttribute("data-feedback");
  await choose(wrong);
  await check();
  expect(await feedback()).toBe("wrong");
  // A tick stays until it is taken away.
  if (!isList && (await part.locator('input[type="checkbox"]').count()) > 0) await choose(wrong);
  await choose(right);
  await check();
  expect(await feedback()).toBe("right");
}

describe.each(journeys)("chapter $chapter", ({ chapter, quiz, exercise: id, mistake }) => {
  it("leads from the contents to an answer, a named mistake, the solution, its points, and on", async () => {
    const { page } = watched;
    await page.goto("/");
    await follow(page.locator(`.programme a[href$="/${chapter}/"]`));
    if (quiz !== null) await answer(page, quiz);

    const exercise = exerciseOn(page, id);
    await press(exercise.action("open-simple"));
    await exercise.root.locator(".px-pane[data-ready]").waitFor();
    const submit = async (file: string): Promise<string | null> => {
      await exercise.write(graderFile(id, file));
      await press(exercise.action("grade"));
      return exercise.verdict();
    };
    expect(await submit(`mistakes/${mistake}.ts`)).toBe("failed");
    const verdict = exercise.root.locator("[data-verdict]");
    expect(await verdict.locator("[data-mistake]").getAttribute("data-mistake")).toBe(mistake);
    expect(plain(await verdict.locator("[data-headline]").innerText())).toContain(
      plain(statementOf(id).mistakes[mistake]?.title ?? "no such mistake"),
    );
    expect(await verdict.locator("[data-case]").count()).toBe(1);
    expect(await exercise.value("attendu")).not.toBe(await exercise.value("obtenu"));
    expect(await submit("solution.ts")).toBe("passed");
    const mark = exercise.root.locator(`[data-progress-for="${id}"]`);
    await expect.poll(() => mark.innerText()).toContain("✓");

    await follow(page.locator(".chapter-next a.next"));
    expect(await page.locator("h1").innerText()).not.toBe("");
    expect(page.url()).not.toContain(chapter);
    await follow(toWorks(page));
    const cells = (work: string) => page.locator(`[data-work-for="${work}"] td`);
    await expect.poll(() => cells(id).first().innerText()).toBe("✓ réussi");
    expect(await cells(id).nth(1).innerText()).toMatch(/^(\d+) \/ \1$/);
    if (quiz !== null) expect(await cells(`activites/${quiz.activity}`).first().innerText()).toBe("en cours");
    expectQuiet(watched);
  });
});

it("has all seven in « Mes travaux » at the end", async () => {
  const { page } = watched;
  await follow(toWorks(page));
  await expect
    .poll(() => page.locator('[data-total="all"]').innerText())
    .toMatch(/^7 exercices réussis sur \d+/);
});
