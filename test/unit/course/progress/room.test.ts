import { expect, test } from "vitest";
import { eraseDamaged, eraseEarlier } from "../../../../src/course/progress/erase.ts";
import { preferencesKey, probeKey } from "../../../../src/course/progress/keys.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { editorChoice } from "../../../../src/course/progress/preferences.ts";
import { roomTaken, storageWorks } from "../../../../src/course/progress/room.ts";
import { browser } from "./desk.ts";

const id = "ipv4/checksum";

test("counts what lies where, and makes room without touching the text in work", () => {
  const chromium = browser();
  const page = chromium.page();
  const draft = openDraft(page, id, "starter");
  draft.type("given up");
  draft.replace("in work");
  chromium.storage.records.set(preferencesKey, "{ damaged");
  editorChoice(page);
  const before = roomTaken(page.storage);
  const sum = [...chromium.storage.records].reduce((all, [key, text]) => all + key.length + text.length, 0);
  expect(before.all).toBe(sum);
  expect(before.damages).toBe(1);
  eraseEarlier(page.storage);
  expect(roomTaken(page.storage)).toMatchObject({ all: before.all - before.earlier, earlier: 0, damages: 1 });
  eraseDamaged(page.storage);
  expect(roomTaken(page.storage)).toMatchObject({ damaged: 0, damages: 0 });
  expect(openDraft(chromium.page(), id, "starter").text()).toBe("in work");
});

test("the probe leaves nothing; only a refusal means that nothing is stored", () => {
  const chromium = browser();
  const { storage } = chromium.page();
  expect(storageWorks(storage, probeKey)).toBe(true);
  expect(chromium.storage.records.size).toBe(0);
  expect(storageWorks({ ...storage, write: () => "full" }, probeKey)).toBe(true);
  expect(storageWorks({ ...storage, write: () => "refused" }, probeKey)).toBe(false);
});
