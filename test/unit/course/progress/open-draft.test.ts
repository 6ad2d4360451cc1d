import { describe, expect, test } from "vitest";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { browser } from "./desk.ts";

const id = "ipv4/checksum";
const day = 24 * 3600 * 1000;

describe("a draft on one page", () => {
  test("begins with the starter and survives a reload as typed", () => {
    const chromium = browser();
    const first = openDraft(chromium.page(), id, "starter");
    expect(first.text()).toBe("starter");
    expect(first.type("a")).toBe("written");
    first.type("ab");
    const again = openDraft(chromium.page(), id, "starter");
    expect(again.text()).toBe("ab");
    expect(again.others()).toEqual([]);
  });

  test("stays on the screen when the storage is full, and the text stored before stays stored", () => {
    const chromium = browser(400);
    const draft = openDraft(chromium.page(), id, "starter");
    expect(draft.type("short")).toBe("written");
    expect(draft.type("x".repeat(1000))).toBe("full");
    expect(draft.text()).toBe("x".repeat(1000));
    expect(openDraft(chromium.page(), id, "starter").text()).toBe("short");
  });

  test("beginning again keeps the text given up", () => {
    const draft = openDraft(browser().page(), id, "starter");
    draft.type("mine");
    draft.replace("starter");
    expect(draft.text()).toBe("starter");
    expect(draft.earlier().map(({ text }) => text)).toEqual(["mine"]);
  });

  test("beginning again does nothing when there is no room to keep the text given up", () => {
    const chromium = browser(400);
    const draft = openDraft(chromium.page(), id, "starter");
    draft.type("m".repeat(200));
    expect(draft.replace("s")).toBe("full");
    expect(draft.text()).toBe("m".repeat(200));
  });

  test("versions replaced long ago are swept, the standing one is not", () => {
    const chromium = browser();
    openDraft(chromium.page(), id, "starter").type("old");
    openDraft(chromium.page(), id, "starter").type("new");
    expect(chromium.storage.records.size).toBe(2);
    chromium.pass(day);
    expect(openDraft(chromium.page(), id, "starter").text()).toBe("new");
    expect(chromium.storage.records.size).toBe(1);
  });
});

describe("a draft on two pages", () => {
  test("typing in both keeps both, shows it on both and after a reload", () => {
    const chromium = browser();
    let told = 0;
    const one = openDraft(chromium.page(), id, "starter", () => (told += 1));
    const two = openDraft(chromium.page(), id, "starter");
    two.type("two");
    expect(told).toBe(1);
    expect(one.others().map(({ text }) => text)).toEqual(["two"]);
    one.type("one");
    expect(two.text()).toBe("two");
    expect(two.others().map(({ text }) => text)).toEqual(["one"]);
    const later = openDraft(chromium.page(), id, "starter");
    expect([later.text(), ...later.others().map(({ text }) => text)].toSorted()).toEqual(["one", "two"]);
  });

  test("a page that saw the other's text and goes on is its successor, not its rival", () => {
    const chromium = browser();
    const one = openDraft(chromium.page(), id, "starter");
    one.type("one");
    const two = openDraft(chromium.page(), id, "starter");
    two.type("one, two");
    expect(two.others()).toEqual([]);
    expect(one.text()).toBe("one");
    expect(one.others().map(({ text }) => text)).toEqual(["one, two"]);
  });

  test.each([
    ["the other's", true, "two", "one"],
    ["one's own", false, "one", "two"],
  ])("choosing %s text ends the matter everywhere and keeps the one given up", (_, take, kept, given) => {
    const chromium = browser();
    const one = openDraft(chromium.page(), id, "starter");
    const two = openDraft(chromium.page(), id, "starter");
    two.type("two");
    one.type("one");
    one.choose(take ? (one.others()[0] ?? null) : null);
    expect(one.text()).toBe(kept);
    expect(one.others()).toEqual([]);
    expect(one.earlier().map(({ text }) => text)).toEqual([given]);
    const later = openDraft(chromium.page(), id, "starter");
    expect(later.text()).toBe(kept);
    expect(later.others()).toEqual([]);
  });

  test("the same text typed twice is no matter for a choice", () => {
    const chromium = browser();
    const one = openDraft(chromium.page(), id, "starter");
    const two = openDraft(chromium.page(), id, "starter");
    one.type("same");
    two.type("same");
    two.type("same and more");
    expect(two.others()).toEqual([]);
    expect(openDraft(chromium.page(), id, "starter").others()).toEqual([]);
  });
});
