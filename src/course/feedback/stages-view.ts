import type { Statement } from "../exercise/statement.ts";
import type { StageResult } from "../exercise/verdict.ts";
import type { Strings } from "./strings.ts";
import type { StagesView } from "./view.ts";

/** The stages of an exercise with what became of each; null where there are none. */
export function stagesView(
  stages: readonly StageResult[] | undefined,
  statement: Statement,
  strings: Strings,
): StagesView | null {
  if (stages === undefined) return null;
  const words = strings.stages;
  const sum = (counted: readonly StageResult[]): number =>
    counted.reduce((total, { points }) => total + points, 0);
  return {
    list: stages.map(({ name, outcome, points }, i) => ({
      outcome,
      text: strings.typeset(words.stage(i + 1, statement.stages?.[name] ?? name)),
      result: words.results[outcome](points),
    })),
    total: words.total(sum(stages.filter(({ outcome }) => outcome === "passed")), sum(stages)),
  };
}
