import { expect, test } from "vitest";
import { examineFolder } from "../../../../../src/cli/check/examine.ts";
import type { Folder } from "../../../../../src/cli/check/folder.ts";
import { mutants } from "../../../../../src/cli/check/rules/mutants.ts";
import { engine, problemsIn, sound, withExercise } from "../sound-folder.ts";

const before = "if (high === undefined || low === undefined) return null;";
const [listed] = sound.equivalents;

const figuresOf = async (folder: Folder, hung: readonly string[] = []) => {
  const services = { engine, step: () => undefined, hung: new Set(hung) };
  return (await examineFolder(folder, services, [mutants])).figures;
};

test("a mutant that survives and is not listed is named", async () => {
  const after = "if ((low === undefined)) return null;";
  expect(await problemsIn({ ...sound, equivalents: [] })).toEqual([
    { code: "mutant-survives", line: 3, before, after },
  ]);
});

test("without the case that refuses it, a mutant survives", async () => {
  const { edges, generators } = sound.exercise;
  const weak = withExercise({
    edges: edges.filter(({ name }) => name !== "one-byte" && name !== "empty"),
    generators: {},
  });
  expect(generators).not.toEqual({});
  expect(await problemsIn(weak)).toContainEqual({
    code: "mutant-survives",
    line: 3,
    before,
    after: "if (false) return null;",
  });
});

test("a listed mutant that a case refuses is named, with the case", async () => {
  const after = "if (high !== undefined || low === undefined) return null;";
  const wrong = { before, after, occurrence: 1, because: "Une erreur de raisonnement." };
  expect(await problemsIn({ ...sound, equivalents: [...sound.equivalents, wrong] })).toEqual([
    { code: "equivalent-refused", before, after, name: "ether-type-ipv4" },
  ]);
});

test("a listed mutant that is no longer made is named", async () => {
  const gone = { before: "return 1;", after: "return 2;", occurrence: 1, because: "La ligne a disparu." };
  expect(await problemsIn({ ...sound, equivalents: [...sound.equivalents, gone] })).toEqual([
    { code: "equivalent-unknown", before: gone.before, after: gone.after },
  ]);
});

test("an entry speaks of one occurrence only", async () => {
  const second = {
    ...listed,
    before,
    after: listed?.after ?? "",
    occurrence: 2,
    because: "Comme la première.",
  };
  expect(await problemsIn({ ...sound, equivalents: [...sound.equivalents, second] })).toEqual([
    { code: "equivalent-unknown", before, after: second.after },
  ]);
});

test("counts what is made, refused and listed; a mutant that hung a thread is refused without being run", async () => {
  const figures = await figuresOf(sound);
  expect(figures.equivalent).toBe(1);
  expect(figures.refused).toBe(figures.mutants - 1);
  const everyStep = Array.from({ length: figures.mutants }, (_, i) => `mutants ${i}`);
  expect((await figuresOf({ ...sound, equivalents: [] }, everyStep)).refused).toBe(figures.mutants);
});

test("mutants that never end are refused", async () => {
  const source = sound.solution.source.replace(
    "return (high",
    "for (let i = 0; i < 1; i++) high + i;\n  return (high",
  );
  const looping = { ...sound, solution: { ...sound.solution, source } };
  expect((await problemsIn(looping)).filter((one) => "after" in one && one.after.includes("i--"))).toEqual(
    [],
  );
});
