import { expect, test } from "vitest";
import { draftKey, allDamaged, preferencesKey } from "../../../../src/course/progress/keys.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { chooseEditor, editorChoice } from "../../../../src/course/progress/preferences.ts";
import { browser } from "./desk.ts";

const id = "ipv4/checksum";

test.each([
  ["cut JSON", '{"format":1,"exer'],
  ["another shape", '{"format":1,"text":5}'],
  [
    "another exercise's",
    JSON.stringify({
      format: 1,
      exercise: "ipv4/ttl",
      writer: "tab-9",
      revision: 1,
      seen: {},
      text: "x",
      time: 1,
    }),
  ],
])("a damaged draft (%s) is put aside whole, the rest stands, and it is said", (_, text) => {
  const chromium = browser();
  openDraft(chromium.page(), id, "starter").type("intact");
  const key = draftKey(id, "tab-9");
  chromium.storage.records.set(key, text);
  const page = chromium.page();
  expect(openDraft(page, id, "starter").text()).toBe("intact");
  const keptAs = page.damages()[0]?.keptAs ?? "";
  expect(page.damages()).toEqual([{ key, keptAs }]);
  expect(keptAs.startsWith(allDamaged)).toBe(true);
  expect(chromium.storage.records.get(keptAs)).toBe(text);
  expect(chromium.storage.records.has(key)).toBe(false);
});

test("without room to put it aside, a damaged record stays where it is and is not written over", () => {
  const chromium = browser(60);
  chromium.storage.records.set(preferencesKey, "{ damaged".padEnd(35));
  const page = chromium.page();
  expect(editorChoice(page)).toBeNull();
  expect(page.damages()).toEqual([{ key: preferencesKey, keptAs: null }]);
  expect(chooseEditor(page, "simple")).toBe("full");
  expect(chromium.storage.records.get(preferencesKey)).toBe("{ damaged".padEnd(35));
});

test("the choice of the editor is kept", () => {
  const chromium = browser();
  chooseEditor(chromium.page(), "simple");
  expect(editorChoice(chromium.page())).toBe("simple");
});
