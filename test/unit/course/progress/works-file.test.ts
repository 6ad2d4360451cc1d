import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openActivity } from "../../../../src/course/progress/activity-store.ts";
import { crc32 } from "../../../../src/course/progress/checksum.ts";
import { heads } from "../../../../src/course/progress/draft.ts";
import { eraseAll } from "../../../../src/course/progress/erase.ts";
import { changesNothing, changesOf, importWorks } from "../../../../src/course/progress/import-works.ts";
import { openDraft, readDrafts } from "../../../../src/course/progress/open-draft.ts";
import type { Records } from "../../../../src/course/progress/records.ts";
import { exportWorks, readFile } from "../../../../src/course/progress/works-file.ts";
import { lineOf } from "../../../../src/course/progress/totals.ts";
import { exercisesWorkedOn, workOn, type Work } from "../../../../src/course/progress/works.ts";
import { browser } from "./desk.ts";
import { failing, passed } from "./verdicts.ts";

const id = "ipv4/checksum";

function worksOf(text: string): readonly Work[] {
  const file = readFile(text);
  return file.ok ? file.works : [];
}
const texts = (records: Records): string[] => heads(readDrafts(records, id)).map(({ text }) => text);

/** Somebody who typed, failed, began again and typed on. */
function someWork(): { file: string; page: Records } {
  const page = browser().page();
  const draft = openDraft(page, id, "starter");
  draft.type("first try");
  openActivity(page, id).attempt(failing(1), 4, []);
  draft.replace("starter");
  draft.type("second try");
  return { file: exportWorks(page), page };
}

test("the checksum is CRC-32 (check value of the nine digits)", () => {
  expect(crc32("123456789")).toBe("cbf43926");
});

describe("the file of all works", () => {
  test("brings everything to an empty browser", () => {
    const { file, page } = someWork();
    const there = browser().page();
    expect(importWorks(there, worksOf(file))).toBe("written");
    expect(workOn(there, id).drafts).toEqual(workOn(page, id).drafts);
    expect(workOn(there, id).activity).toEqual(workOn(page, id).activity);
    expect(workOn(there, id).earlier.map(({ text }) => text)).toEqual(["first try"]);
  });

  test("says what would change, and nothing once it is in", () => {
    const { file } = someWork();
    const there = browser().page();
    expect(changesOf(there, worksOf(file))).toEqual([
      { exercise: id, text: "new", attempts: 1, earlier: 1, rest: true },
    ]);
    expect(texts(there)).toEqual([]);
    importWorks(there, worksOf(file));
    expect(changesOf(there, worksOf(file)).every(changesNothing)).toBe(true);
  });

  test("a text written side by side is kept beside the one here", () => {
    const { file } = someWork();
    const there = browser();
    openDraft(there.page(), id, "starter").type("typed here");
    expect(changesOf(there.page(), worksOf(file))[0]?.text).toBe("both");
    importWorks(there.page(), worksOf(file));
    expect(texts(there.page()).toSorted()).toEqual(["second try", "typed here"]);
  });

  test("a text made from the one here takes its place; an older one changes nothing", () => {
    const home = browser();
    const draft = openDraft(home.page(), id, "starter");
    draft.type("one");
    const before = exportWorks(home.page());
    openDraft(home.page(), id, "starter").type("one, then two");
    const after = exportWorks(home.page());
    const lab = browser();
    importWorks(lab.page(), worksOf(before));
    expect(changesOf(lab.page(), worksOf(after))[0]?.text).toBe("newer");
    importWorks(lab.page(), worksOf(after));
    expect(texts(lab.page())).toEqual(["one, then two"]);
    expect(changesOf(home.page(), worksOf(before)).every(changesNothing)).toBe(true);
  });

  test("a full storage is said, and what was there stays", () => {
    const { file } = someWork();
    const small = browser(250);
    openDraft(small.page(), id, "starter").type("mine");
    expect(importWorks(small.page(), worksOf(file))).toBe("full");
    expect(texts(small.page())).toContain("mine");
  });

  test("the same text typed here by itself is no change of text", () => {
    const { file } = someWork();
    const there = browser();
    openDraft(there.page(), id, "starter").type("second try");
    expect(changesOf(there.page(), worksOf(file))[0]?.text).toBe("same");
    importWorks(there.page(), worksOf(file));
    expect(texts(there.page())).toEqual(["second try"]);
  });

  test("two versions of one name that differ are both kept", () => {
    const { file } = someWork();
    const forged = file.replace("second try", "forged");
    const there = browser();
    importWorks(there.page(), worksOf(file));
    importWorks(there.page(), worksOf(forged));
    expect(texts(there.page()).toSorted()).toEqual(["forged", "second try"]);
    expect(changesOf(there.page(), worksOf(forged)).every(changesNothing)).toBe(true);
  });

  test("whatever was typed in two browsers before and after an exchange, both last texts stand", () => {
    const some = fc.nat({ max: 3 });
    const type = (records: Records, who: string, count: number): void => {
      const draft = openDraft(records, id, "starter");
      for (let at = 1; at <= count; at += 1) draft.type(`${who} ${String(at)}`);
    };
    const last = (who: string, count: number): string[] => (count === 0 ? [] : [`${who} ${String(count)}`]);
    fc.assert(
      fc.property(some, some, some, (before, left, right) => {
        const home = browser();
        const lab = browser();
        type(home.page(), "before", before);
        importWorks(lab.page(), worksOf(exportWorks(home.page())));
        type(home.page(), "home", left);
        type(lab.page(), "lab", right);
        importWorks(home.page(), worksOf(exportWorks(lab.page())));
        const side = [...last("home", left), ...last("lab", right)];
        expect(texts(home.page()).toSorted()).toEqual(side.length > 0 ? side : last("before", before));
        expect(changesOf(home.page(), worksOf(exportWorks(lab.page()))).every(changesNothing)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});

describe("a file that is not as it should be", () => {
  test.each([
    ["not-json", "{"],
    ["not-json", ""],
    ["not-ours", "[]"],
    ["not-ours", '{"format":"other","version":1}'],
    ["newer-version", someWork().file.replace('"version": 1', '"version": 2')],
  ])("%s", (code, text) => expect(readFile(text)).toEqual({ ok: false, code }));

  test("a changed file is said to be changed, and can still be read", () => {
    const file = readFile(someWork().file.replace("second try", "third try"));
    expect(file.ok && file.intact).toBe(false);
    expect(file.ok && file.works.length).toBe(1);
    expect(readFile(someWork().file)).toMatchObject({ ok: true, intact: true, unreadable: 0 });
  });

  test("a work that cannot be read is counted and left out", () => {
    const file = readFile(someWork().file.replace('"hints": 0', '"hints": "many"'));
    expect(file).toMatchObject({ ok: true, unreadable: 1, works: [] });
  });
});

test("erasing leaves nothing", () => {
  const chromium = browser();
  const page = chromium.page();
  openDraft(page, id, "starter").type("text");
  openActivity(page, id).attempt(passed, 4, []);
  eraseAll(page.storage);
  expect(chromium.storage.records.size).toBe(0);
  expect(exercisesWorkedOn(page)).toEqual([]);
});

describe("an activity that is not code", () => {
  const activity = "activites/01.3-les-etapes-d-une-requete";
  const answers = '{"format":1,"parts":{"quiz":{"un":{"value":["a"],"checked":true}}}}';

  test("travels in the file with its answers and attempts, and counts its points", () => {
    const page = browser().page();
    openDraft(page, activity, "").type(answers);
    const cases = { run: 1, passed: 1, total: 1 };
    const done = openActivity(page, activity);
    done.answered({ kind: "failed", cases: { ...cases, passed: 0 }, mistake: "quiz/un:b", points: 0 });
    done.answered({ kind: "passed", cases, mistake: null, points: 2 });

    const other = browser().page();
    const works = worksOf(exportWorks(page));
    expect(works).toHaveLength(1);
    expect(importWorks(other, works)).toBe("written");
    expect(exercisesWorkedOn(other)).toEqual([activity]);
    expect(openDraft(other, activity, "").text()).toBe(answers);
    expect(lineOf(other, activity)).toMatchObject({ state: "passed", points: 2, attempts: 2 });
    expect(changesOf(other, works).every(changesNothing)).toBe(true);
  });
});
