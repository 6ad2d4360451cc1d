import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { noAnswers, withAnswer, type Answers } from "#course/activities/answers.ts";
import type { ActivityDefinition } from "#course/activities/definition.ts";
import { explain } from "#course/activities/explain.ts";
import { gradeActivity, gradeItem } from "#course/activities/grade.ts";
import { itemsOf, type Item } from "#course/activities/items.ts";
import type { Part } from "#course/activities/parts.ts";
import { readActivity } from "#course/activities/read-activity.ts";
import { rightTables } from "./right-tables.ts";

const folder = new URL("../../../../content/fr/activities/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

function read(file: string): ActivityDefinition {
  const result = readActivity(readFileSync(new URL(file, folder), "utf8"), file);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.activity;
}

/** A right answer: the file's own, or for what the file leaves open one that the test gives. */
function rightValue(part: Part, item: Item): readonly string[] {
  switch (item.kind) {
    case "choice":
      return item.several ? item.right : item.right.slice(0, 1);
    case "address":
      return [item.place.network.replace(/0\/24$/, "1")];
    case "order":
      return part.kind === "ordering" ? part.items.map(({ id }) => id) : [];
    case "seen":
      return item.steps;
    case "tables":
      return rightTables;
  }
}

describe.each(files)("%s", (file) => {
  const activity = read(file);

  test("is named after its number", () => {
    expect(file.startsWith(`${activity.number.replace(" ", "-")}-`)).toBe(true);
  });

  test("passes with its right answers, and with none has nothing answered", () => {
    const answers = activity.parts.reduce<Answers>(
      (before, part) =>
        itemsOf(part).reduce(
          (inner, item) =>
            withAnswer(inner, part.id, item.id, { value: [...rightValue(part, item)], checked: true }),
          before,
        ),
      noAnswers,
    );
    const graded = gradeActivity(activity, answers);
    expect(graded.items.filter(({ state }) => state !== "right")).toEqual([]);
    expect(graded.passed).toBe(true);
    expect(gradeActivity(activity, noAnswers)).toMatchObject({ answered: 0, right: 0, passed: false });
  });

  test("takes nothing but blanks for no answer", () => {
    for (const part of activity.parts)
      for (const item of itemsOf(part)) expect(gradeItem(part, item, ["", " ", ""]).state).toBe("none");
  });

  test("has an explanation for every wrong answer that can be chosen, and never the one for the right answer", () => {
    for (const part of activity.parts) {
      for (const item of itemsOf(part)) {
        if (item.kind !== "choice") continue;
        for (const option of item.options.filter((one) => !item.right.includes(one))) {
          expect(gradeItem(part, item, [option]), `${item.id}: ${option}`).toMatchObject({
            state: "wrong",
            mistakes: [option],
          });
          const said = explain(part, item, [option]);
          expect(said, `${item.id}: ${option}`).toHaveLength(1);
          expect(said[0]?.length).toBeGreaterThan(10);
          expect(said).not.toContain(item.good);
        }
        if (item.several && item.right.length > 1)
          expect(explain(part, item, item.right.slice(1))).toEqual([item.missing]);
      }
    }
  });

  test("explains each neighbouring pair of an order that is put the wrong way round", () => {
    for (const part of activity.parts) {
      if (part.kind !== "ordering") continue;
      const ids = part.items.map(({ id }) => id);
      const [item] = itemsOf(part);
      if (item === undefined) throw new Error("no item");
      for (let at = 1; at < ids.length; at++) {
        const order = [
          ...ids.slice(0, at - 1),
          ...ids.slice(at - 1, at + 1).toReversed(),
          ...ids.slice(at + 1),
        ];
        expect(gradeItem(part, item, order).state).toBe("wrong");
        expect(explain(part, item, order)[0]).not.toBe(part.otherwise);
        expect(explain(part, item, order)[0]).not.toBe(part.good);
      }
    }
  });
});
