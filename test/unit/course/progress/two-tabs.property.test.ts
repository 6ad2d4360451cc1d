import fc from "fast-check";
import { expect, test } from "vitest";
import { heads } from "../../../../src/course/progress/draft.ts";
import { openDraft, readDrafts, type OpenDraft } from "../../../../src/course/progress/open-draft.ts";
import { earlierTexts } from "../../../../src/course/progress/earlier.ts";
import { browser } from "./desk.ts";

const id = "ipv4/checksum";

/** What a learner does in one of the tabs; `reload` is also a crash: nothing is written on the way out. */
const step = fc.record({
  tab: fc.nat({ max: 2 }),
  act: fc.constantFrom("type", "type", "type", "reload", "take", "keep", "restart"),
});

test("no interleaving of edits, reloads and choices in three tabs loses a text without being asked", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const chromium = browser();
      const reader = chromium.page();
      const open = (): OpenDraft => openDraft(chromium.page(), id, "starter");
      const tabs = [open(), open(), open()];
      /** Texts that somebody had on the screen and typed over: the only ones that may go. */
      const typedOver = new Set<string>(["starter"]);
      const typed = new Set<string>();
      steps.forEach(({ tab, act }, at) => {
        const draft = tabs[tab];
        if (draft === undefined) return;
        if (act === "reload") tabs[tab] = open();
        else if (act === "take") draft.choose(draft.others()[0] ?? null);
        else if (act === "keep") draft.choose(null);
        else {
          const text = `text ${String(at)}`;
          if (act === "restart") draft.replace(text);
          else {
            typedOver.add(draft.text());
            draft.type(text);
          }
          typed.add(text);
        }
        const kept = new Set([
          ...heads(readDrafts(reader, id)).map((one) => one.text),
          ...earlierTexts(reader, id).map((one) => one.text),
        ]);
        for (const text of typed) expect(kept.has(text) || typedOver.has(text), text).toBe(true);
      });
    }),
    { numRuns: 300, seed: 1 },
  );
});

test("what two tabs typed without looking at each other both stands, whatever the order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1 }), { minLength: 2, maxLength: 20 }), (order) => {
      fc.pre(order.includes(0) && order.includes(1));
      const chromium = browser();
      const tabs = [0, 1].map(() => openDraft(chromium.page(), id, "starter"));
      const last = ["", ""];
      order.forEach((tab, at) => {
        last[tab] = `tab ${String(tab)}, ${String(at)}`;
        tabs[tab]?.type(last[tab]);
      });
      const later = openDraft(chromium.page(), id, "starter");
      expect([later.text(), ...later.others().map(({ text }) => text)].toSorted()).toEqual(last.toSorted());
      tabs.forEach((draft, tab) => expect(draft.text()).toBe(last[tab]));
    }),
    { seed: 1 },
  );
});
