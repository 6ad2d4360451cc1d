import { expect, test } from "vitest";
import { openActivity } from "../../../../src/course/progress/activity-store.ts";
import { activityKey } from "../../../../src/course/progress/keys.ts";
import { markOf } from "../../../../src/course/progress/mark.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { browser } from "./desk.ts";
import { failing, passed } from "./verdicts.ts";

const id = "ipv4/checksum";

test("the mark follows the records", () => {
  const chromium = browser();
  const page = chromium.page();
  const mark = (): string => markOf(page.storage, id);
  expect(mark()).toBe("none");
  openDraft(page, "ipv4/checksum-two", "starter").type("another exercise");
  expect(mark()).toBe("none");
  openDraft(page, id, "starter").type("begun");
  expect(mark()).toBe("started");
  const activity = openActivity(page, id);
  activity.attempt(failing(1), 4, []);
  expect(mark()).toBe("started");
  activity.attempt(passed, 4, []);
  activity.attempt(failing(1), 4, []);
  expect(mark()).toBe("passed");
});

test.each(["{", "null", "[]", '{"attempts":[null]}', '{"attempts":"passed"}'])(
  "a damaged record (%s) is no success",
  (text) => {
    const chromium = browser();
    chromium.storage.records.set(activityKey(id), text);
    expect(markOf(chromium.page().storage, id)).toBe("started");
  },
);
