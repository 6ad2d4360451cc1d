import { expect, test } from "vitest";
import { activityDefinition } from "#course/activities/definition.ts";
import { lineOf } from "#course/progress/totals.ts";
import type { Records } from "#course/progress/records.ts";
import { createActivitySession } from "../../../../src/site/activity/session.ts";
import { shuffled } from "../../../../src/site/activity/shuffled.ts";
import { browser } from "../../course/progress/desk.ts";

const id = "activites/09.9-essai";
const activity = activityDefinition.parse({
  ...{ number: "09.9", title: "Essai", summary: "Un essai.", level: 1, points: 3, lesson: "Leçon." },
  parts: [
    {
      ...{ id: "quiz", kind: "quiz", title: "Quiz" },
      questions: ["un", "deux"].map((name) => ({
        ...{ id: name, text: `Question ${name}` },
        choices: [
          { id: "oui", text: "Oui", right: true, why: `Juste pour ${name}.` },
          { id: "non", text: "Non", why: `Faux pour ${name}.` },
        ],
      })),
    },
    {
      ...{ id: "pas", kind: "steps", title: "Pas à pas" },
      steps: ["a", "b"].map((name) => ({ id: name, title: name, text: name })),
    },
  ],
});
const open = (records: Records) => createActivitySession({ id, activity }, records);

test("each check of a new answer is an attempt; points come once everything is right", () => {
  const page = browser().page();
  const session = open(page);
  session.check("quiz", ["un"]);
  expect(lineOf(page, id)).toMatchObject({ state: "none", attempts: 0 });
  session.answer("quiz", "un", ["non"]);
  expect(lineOf(page, id)).toMatchObject({ state: "started", attempts: 0 });
  session.check("quiz", ["un"]);
  expect(session.state().says).toBe("À revoir. Faux pour un.");
  session.check("quiz", ["un"]);
  expect(lineOf(page, id)).toMatchObject({ attempts: 1, points: 0 });
  session.answer("quiz", "un", ["oui"]);
  expect(session.state().graded.right).toBe(0);
  session.check("quiz", ["un"]);
  expect(session.state().says).toBe("Juste. Juste pour un.");
  session.answer("quiz", "deux", ["oui"]);
  session.check("quiz", ["deux"]);
  expect(lineOf(page, id)).toMatchObject({ state: "started", attempts: 3, points: 0 });
  session.see("pas", ["a"]);
  session.see("pas", ["b"]);
  expect(session.state()).toMatchObject({ passed: true, graded: { right: 3, passed: true } });
  expect(lineOf(page, id)).toMatchObject({ state: "passed", attempts: 4, points: 3 });
});

test("the mistake of an attempt names what was chosen", () => {
  const page = browser().page();
  const session = open(page);
  session.answer("quiz", "deux", ["non"]);
  session.check("quiz", ["deux"]);
  const stored = page.storage.read(`prip/1/activity/${id}`) ?? "";
  expect(stored).toContain('"mistake":"quiz/deux:non"');
  expect(stored).toContain('"kind":"failed"');
});

test("answers given up by beginning again can be taken back", () => {
  const session = open(browser().page());
  session.answer("quiz", "un", ["non"]);
  const before = session.state().answers;
  session.replace({ format: 1, parts: {} }, "fait");
  expect(session.state()).toMatchObject({ says: "fait", answers: { parts: {} } });
  expect(session.state().earlier.map(({ text }) => JSON.parse(text) as unknown)).toEqual([before]);
});

test("a page where nothing was answered follows another; one where something was lets choose", () => {
  const all = browser();
  const [one, two] = [open(all.page()), open(all.page())];
  one.answer("quiz", "un", ["non"]);
  expect(two.state().answers.parts["quiz"]?.["un"]?.value).toEqual(["non"]);
  expect(two.state().others).toEqual([]);
  two.answer("quiz", "un", ["oui"]);
  one.answer("quiz", "deux", ["oui"]);
  expect(one.state().others).toHaveLength(1);
  one.choose(one.state().others[0] ?? null);
  expect(one.state().others).toEqual([]);
  expect(one.state().answers.parts["quiz"]?.["un"]?.value).toEqual(["oui"]);
});

test("a full storage is said, and the answers stay on the screen", () => {
  const session = open(browser(200).page());
  session.answer("quiz", "un", ["oui"]);
  expect(session.state()).toMatchObject({ saving: "full" });
  expect(session.state().answers.parts["quiz"]?.["un"]?.value).toEqual(["oui"]);
});

test("a list to be ordered never stands in its order", () => {
  for (const seed of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
    const mixed = shuffled(["x", "y", "z"], seed);
    expect(mixed).not.toEqual(["x", "y", "z"]);
    expect(mixed.toSorted()).toEqual(["x", "y", "z"]);
    expect(shuffled(["x", "y", "z"], seed)).toEqual(mixed);
  }
});
