import { join } from "node:path";
import { renderVerdict } from "../../course/feedback/render.ts";
import { verdictText } from "../../course/feedback/text.ts";
import type { Verdict } from "../../course/exercise/verdict.ts";
import { defaultBudget } from "../../course/exercise/exercise.ts";
import type { Engine } from "../../course/grading/engine.ts";
import { grade } from "../../course/grading/grade.ts";
import { openExercise } from "../../course/grading/open-exercise.ts";
import { planCases } from "../../course/grading/plan.ts";
import { examineFolder } from "../check/examine.ts";
import type { Folder } from "../check/folder.ts";
import { runs, seeds, stepLump } from "../check/parameters.ts";
import { readFolder } from "../check/read-folder.ts";
import { rules } from "../check/rules.ts";
import { sentenceFor } from "../check/sentences.fr.ts";
import { typeProblems } from "../check/types.ts";
import type { Part } from "./part.ts";
import { samplesOf } from "./questions.ts";

export type Place = { readonly root: string; readonly directory: string; readonly id: string };

/** Looks at a folder with the check's own code and says what it finds as it goes: quick things first, mutants last. */
export async function* look(engine: Engine, { root, directory, id }: Place): AsyncGenerator<Part> {
  yield { part: "start" };
  const read = await readFolder(directory, id);
  if (read.ok) {
    yield* lookAt(engine, read.value, root);
  } else {
    yield { part: "rules", problems: read.problems.map(sentenceFor) };
  }
  yield { part: "done" };
}

async function* lookAt(engine: Engine, folder: Folder, root: string): AsyncGenerator<Part> {
  const { exercise, starter, solution, mistakes, statement } = folder;
  const judged = (source: string): Promise<Verdict> =>
    grade(engine, exercise, source, { seed: seeds[0], runs });
  const words = (verdict: Verdict): string =>
    verdictText(renderVerdict(verdict, { exercise, statement }), { width: 78, colour: false });

  for (const [part, { source }] of [["starter", starter] as const, ["solution", solution] as const]) {
    const verdict = await judged(source);
    yield { part, passed: verdict.kind === "passed", text: words(verdict) };
  }
  for (const { file, name, source } of mistakes) {
    const verdict = await judged(source);
    const failed = verdict.kind !== "passed";
    const by = failed ? (verdict.counterexample?.name ?? null) : null;
    yield { part: "mistake", file, caught: failed && verdict.mistake === name, by, text: words(verdict) };
  }
  yield* slowest(engine, folder);
  yield samplesOf(exercise, seeds[0]);

  const services = { engine, step: () => undefined, hung: new Set<string>() };
  const quick = rules.filter(({ name }) => name !== "mutants");
  const { problems } = await examineFolder(folder, services, quick);
  yield { part: "rules", problems: problems.map(({ problem }) => sentenceFor(problem)) };
  yield { part: "types", problems: typesOf(folder, root) };
  const last = await examineFolder(
    folder,
    services,
    rules.filter(({ name }) => name === "mutants"),
  );
  const { mutants, refused, equivalent } = last.figures;
  const survivors = last.problems.map(({ problem }) => sentenceFor(problem));
  yield { part: "mutants", problems: survivors, mutants, refused, equivalent };
}

async function* slowest(engine: Engine, { exercise, solution }: Folder): AsyncGenerator<Part> {
  const budget = { ...defaultBudget, ...exercise.budget };
  const opened = await openExercise(engine, exercise, solution.source, seeds[0], budget);
  if (opened.kind !== "opened") return;
  const planned = planCases(exercise, { seed: seeds[0], runs, extraCases: [] });
  const measured = planned.map(({ name, args }) => ({ name, steps: opened.candidate.call(args).steps }));
  opened.candidate.dispose();
  const most = measured.reduce((a, b) => (b.steps > a.steps ? b : a), { name: "", steps: -1 });
  yield { part: "slowest", ...most, lump: stepLump };
}

const typesOf = ({ id, directory }: Folder, root: string): string[] => {
  const found = typeProblems(
    [{ id, directory }],
    join(root, "graders/tsconfig.json"),
    join(root, "src/course/exercise/vocabulary.d.ts"),
  );
  return (found.get(id) ?? []).map(({ problem }) => sentenceFor(problem));
};
