import { describe, expect, test } from "vitest";
import { checkedOnly, noAnswers, readAnswers, withAnswer, writeAnswers } from "#course/activities/answers.ts";
import { addressMistake } from "#course/activities/grade-address.ts";
import { choiceMistakes } from "#course/activities/grade-choice.ts";
import { orderMistakes } from "#course/activities/grade-order.ts";

describe("a choice", () => {
  const one = { right: ["b"], several: false };
  const both = { right: ["a", "b"], several: true };
  test("one of the right ones is enough unless several are asked for", () => {
    expect(choiceMistakes(one, ["b"])).toEqual([]);
    expect(choiceMistakes({ right: ["a", "b"], several: false }, ["a"])).toEqual([]);
    expect(choiceMistakes(both, ["a"])).toEqual(["missing"]);
    expect(choiceMistakes(both, ["b", "a"])).toEqual([]);
  });
  test("the wrong ones are named, and nothing is said of what is missing", () => {
    expect(choiceMistakes(one, ["c"])).toEqual(["c"]);
    expect(choiceMistakes(both, ["a", "c", "d"])).toEqual(["c", "d"]);
  });
});

describe("an order", () => {
  const items = ["a", "b", "c", "d"].map((id) => ({ id, text: id }));
  const rules = [{ first: "a", then: "c", why: "" }];
  test("is right when it is the list's", () =>
    expect(orderMistakes({ items, rules }, ["a", "b", "c", "d"])).toEqual([]));
  test("names the first rule that it breaks", () =>
    expect(orderMistakes({ items, rules }, ["c", "a", "b", "d"])).toEqual(["a<c"]));
  test("is wrong without a broken rule too", () =>
    expect(orderMistakes({ items, rules }, ["a", "c", "b", "d"])).toEqual(["other-order"]));
  test("an item twice or left out is no order", () => {
    expect(orderMistakes({ items, rules }, ["a", "b", "c", "c"])).toEqual(["other-order"]);
    expect(orderMistakes({ items, rules }, ["b", "c", "d"])).toEqual(["a<c"]);
  });
});

describe("an address for a port", () => {
  const place = { network: "192.168.100.0/24", taken: ["192.168.100.5"] };
  test.each([
    ["192.168.100.1", null],
    [" 192.168.100.254 ", null],
    ["192.168.100.5", "taken"],
    ["192.168.100.0", "network"],
    ["192.168.100.255", "broadcast"],
    ["192.168.250.1", "off-link"],
    ["192.168.100", "invalid"],
    ["192.168.100.01", "invalid"],
    ["::1", "off-link"],
  ])("%s: %s", (typed, mistake) => expect(addressMistake(place, typed)).toBe(mistake));
});

describe("answers as text", () => {
  const answers = withAnswer(withAnswer(noAnswers, "p", "a", { value: ["x"], checked: true }), "p", "b", {
    value: ["y"],
    checked: false,
  });
  test("read back as they were written", () => expect(readAnswers(writeAnswers(answers))).toEqual(answers));
  test("no answers come of a text that is none", () => {
    expect(readAnswers("export function f() {}")).toBeNull();
    expect(readAnswers('{"format":2,"parts":{}}')).toBeNull();
  });
  test("the checked ones alone", () =>
    expect(checkedOnly(answers).parts).toEqual({ p: { a: { value: ["x"], checked: true } } }));
});
