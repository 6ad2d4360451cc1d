import { expect, test } from "vitest";
import { problemSentence } from "../../../../../src/course/classroom/report/problem-sentence.fr.ts";
import { problemSchema } from "../../../../../src/course/classroom/graded.ts";

test.each(problemSchema.shape.code.options)(
  "%s has sentences, set as French, with or without a detail",
  (code) => {
    const bare = problemSentence({ code, detail: "" });
    const full = problemSentence({ code, detail: "12" });
    expect(bare).toMatch(/^[A-ZÀ-Ý].{30,}\.$/);
    expect(full.startsWith(bare)).toBe(true);
    expect(full).not.toMatch(/ [;:!?»]|« /);
  },
);

test("what is known of a file is said in words", () => {
  expect(problemSentence({ code: "too-large", detail: "12000000" })).toContain(
    "Taille\u202f: 12\u202f000\u202f000 octets.",
  );
  expect(problemSentence({ code: "same-number", detail: "Léa, Zoé" })).toContain(
    "Noms donnés\u202f: Léa, Zoé.",
  );
});
