import { expect, test } from "vitest";
import type { Problem } from "../../../../src/course/classroom/graded.ts";
import { orderProblems } from "../../../../src/course/classroom/order-problems.ts";

const notOurs = (path: string): Problem => ({ path, number: "", code: "not-ours", activity: "", detail: "" });
const lib = "remises.zip/ADAM_5_assignsubmission_file_/rendu.zip/node_modules";
const many = Array.from({ length: 40 }, (_, i) => notOurs(`${lib}/${String(i).padStart(2, "0")}/index.js`));
const others = [notOurs("remises.zip/ZOLA_6_assignsubmission_file_/rapport.pdf"), notOurs("lettre.pdf")];

test("a student's many files that are no hand-ins are ten rows and one that counts the others", () => {
  const folded = orderProblems([...many, ...others]);
  expect(folded.map(({ path, detail }) => `${path} ${detail}`.trim())).toEqual([
    "lettre.pdf",
    ...many.slice(0, 10).map(({ path }) => path),
    "remises.zip/ADAM_5_assignsubmission_file_/… 30",
    "remises.zip/ZOLA_6_assignsubmission_file_/rapport.pdf",
  ]);
});

test("parts that are ordered and joined give what one run gives", () => {
  const part = orderProblems([...many, ...others]);
  expect(orderProblems([...part, ...part])).toEqual(part);
});
