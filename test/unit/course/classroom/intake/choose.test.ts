import { describe, expect, test } from "vitest";
import { choose } from "../../../../../src/course/classroom/intake/choose.ts";
import { labNamed } from "../../../../../src/course/classroom/intake/lab-named.ts";
import type { Receipt } from "../../../../../src/course/classroom/intake/receipt.ts";

const receipt = (
  path: string,
  number: string,
  name: string,
  made = 0,
  more: Partial<Receipt> = {},
): Receipt => ({
  path,
  lab: "tp1",
  student: { number, name, group: "" },
  made,
  intact: true,
  ...more,
});

const paths = (...receipts: readonly Receipt[]): readonly string[] =>
  choose(receipts, "tp1").chosen.map(({ receipt: { path } }) => path);

describe("of several files of a student", () => {
  test("the last by its time counts, then the last by name, and the others are listed newest first", () => {
    const files = [receipt("a", "1", "Ada", 5), receipt("b", "1", "Ada", 9), receipt("c", "1", "Ada", 7)];
    const { chosen } = choose(files, "tp1");
    expect(chosen).toEqual([
      {
        receipt: files[1],
        others: [
          { path: "c", made: 7 },
          { path: "a", made: 5 },
        ],
      },
    ]);
    expect(paths(receipt("a", "1", "Ada"), receipt("b", "1", "Ada"))).toEqual(["b"]);
  });

  test("a name written otherwise is the same student: order, capitals, accents, hyphens", () => {
    const names = ["DUPONT-LÉGER Zoé", "Zoe Dupont Léger", "zoé  dupont-leger"];
    const { chosen, problems } = choose(
      names.map((name, i) => receipt(`f${i}`, i === 0 ? "e22" : "E22", name, i)),
      "tp1",
    );
    expect(chosen).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test("another name with the same number is another student, and a problem of both", () => {
    const { chosen, problems } = choose([receipt("a", "1", "Ada"), receipt("b", "1", "Bob")], "tp1");
    expect(chosen).toHaveLength(2);
    expect(problems.map(({ path, code, detail }) => [path, code, detail])).toEqual([
      ["a", "same-number", "Ada, Bob"],
      ["b", "same-number", "Ada, Bob"],
    ]);
  });
});

test("hand-ins for another lab are reported and not chosen; those changed by hand are reported and chosen", () => {
  const other = receipt("a", "1", "Ada", 0, { lab: "tp2" });
  const changed = receipt("b", "2", "Bob", 0, { intact: false });
  const { chosen, problems } = choose([other, changed], "tp1");
  expect(chosen.map(({ receipt: { path } }) => path)).toEqual(["b"]);
  expect(problems).toMatchObject([
    { path: "a", code: "other-lab", detail: "tp2" },
    { path: "b", code: "changed-by-hand", number: "2" },
  ]);
});

test("students stand by number, then name, whatever the order of their files", () => {
  const files = [receipt("a", "2", "Zoé"), receipt("b", "10", "Ada"), receipt("c", "2", "Bob")];
  expect(paths(...files)).toEqual(["b", "c", "a"]);
  expect(paths(...files.toReversed())).toEqual(["b", "c", "a"]);
});

test("the lab is the one that all name; else they are listed, commonest first", () => {
  const of = (...labs: readonly string[]) => labNamed(labs.map((lab) => ({ lab })));
  expect(of("tp3", "tp3")).toEqual({ ok: true, lab: "tp3" });
  expect(of("tp2", "tp3", "tp3")).toEqual({ ok: false, labs: ["tp3", "tp2"] });
  expect(of()).toEqual({ ok: false, labs: [] });
});
