import { expect, test } from "vitest";
import { draftKey } from "../../../../src/course/progress/keys.ts";
import { lastText } from "../../../../src/course/progress/last-text.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { browser } from "./desk.ts";

const id = "ipv4/checksum";

test("the newest text, whichever page typed it, past records that cannot be read", () => {
  const chromium = browser();
  const storage = chromium.page().storage;
  expect(lastText(storage, id)).toBeNull();
  const one = openDraft(chromium.page(), id, "starter");
  openDraft(chromium.page(), id, "starter").type("older");
  one.type("newer");
  for (const [at, text] of ["{", "null", "5", '{"text":"x"}', '{"text":1,"time":9e99}'].entries())
    chromium.storage.records.set(draftKey(id, `broken-${String(at)}`), text);
  expect(lastText(storage, id)).toBe("newer");
});
