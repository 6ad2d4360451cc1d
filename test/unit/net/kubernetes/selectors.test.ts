import { array, constantFrom, dictionary, oneof, property, record, type Arbitrary } from "fast-check";
import { expect, test } from "vitest";
import {
  matchesSelector,
  serviceSelects,
  type LabelSelector,
  type Requirement,
} from "#net/kubernetes/selectors.ts";
import { holds } from "../holds.ts";

const pod = { app: "nginx", tier: "web" };
const by = (requirement: Requirement, labels: Record<string, string> = pod): boolean =>
  matchesSelector({ matchExpressions: [requirement] }, labels);

test("every label of matchLabels is there; others may be", () => {
  expect(matchesSelector({ matchLabels: { app: "nginx" } }, pod)).toBe(true);
  expect(matchesSelector({ matchLabels: pod }, pod)).toBe(true);
  expect(matchesSelector({ matchLabels: { app: "apache" } }, pod)).toBe(false);
  expect(matchesSelector({ matchLabels: { app: "nginx", zone: "a" } }, pod)).toBe(false);
});

test("In, NotIn, Exists, DoesNotExist", () => {
  expect(by({ key: "tier", operator: "In", values: ["db", "web"] })).toBe(true);
  expect(by({ key: "tier", operator: "In", values: ["db"] })).toBe(false);
  expect(by({ key: "zone", operator: "In", values: ["a"] })).toBe(false);
  expect(by({ key: "tier", operator: "NotIn", values: ["db"] })).toBe(true);
  expect(by({ key: "tier", operator: "NotIn", values: ["db", "web"] })).toBe(false);
  expect(by({ key: "tier", operator: "Exists" })).toBe(true);
  expect(by({ key: "zone", operator: "Exists" })).toBe(false);
  expect(by({ key: "tier", operator: "DoesNotExist" })).toBe(false);
  expect(by({ key: "zone", operator: "DoesNotExist" })).toBe(true);
});

test("NotIn takes a Pod without the label", () => {
  expect(by({ key: "zone", operator: "NotIn", values: ["a"] })).toBe(true);
});

test("a label with an empty value is there", () => {
  expect(by({ key: "tier", operator: "Exists" }, { tier: "" })).toBe(true);
  expect(matchesSelector({ matchLabels: { tier: "" } }, {})).toBe(false);
});

test("what every object of JavaScript inherits is no label", () => {
  expect(by({ key: "constructor", operator: "Exists" })).toBe(false);
});

test("an empty selector is everything, but for a Service nothing", () => {
  expect(matchesSelector({}, pod)).toBe(true);
  expect(matchesSelector({ matchLabels: {}, matchExpressions: [] }, {})).toBe(true);
  expect(serviceSelects({}, pod)).toBe(false);
  expect(serviceSelects({ app: "nginx" }, pod)).toBe(true);
  expect(serviceSelects({ app: "apache" }, pod)).toBe(false);
});

const word = constantFrom("a", "b", "c");
const labels = dictionary(word, word);
const requirement: Arbitrary<Requirement> = oneof(
  record({ key: word, operator: constantFrom("In" as const, "NotIn" as const), values: array(word) }),
  record({ key: word, operator: constantFrom("Exists" as const, "DoesNotExist" as const) }),
);
const selector = record({ matchLabels: labels, matchExpressions: array(requirement, { maxLength: 3 }) });

test("both parts must hold, and matchLabels is In with one value", () => {
  holds(
    property(selector, labels, (whole: LabelSelector, given) => {
      const one = matchesSelector({ matchLabels: whole.matchLabels ?? {} }, given);
      const two = matchesSelector({ matchExpressions: whole.matchExpressions ?? [] }, given);
      expect(matchesSelector(whole, given)).toBe(one && two);
      const asIn = Object.entries(whole.matchLabels ?? {}).map(([key, value]): Requirement => ({
        key,
        operator: "In",
        values: [value],
      }));
      expect(one).toBe(matchesSelector({ matchExpressions: asIn }, given));
    }),
  );
});

test("NotIn is the opposite of In, DoesNotExist of Exists", () => {
  holds(
    property(word, array(word), labels, (key, values, given) => {
      expect(by({ key, operator: "NotIn", values }, given)).toBe(!by({ key, operator: "In", values }, given));
      expect(by({ key, operator: "DoesNotExist" }, given)).toBe(!by({ key, operator: "Exists" }, given));
    }),
  );
});
