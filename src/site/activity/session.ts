import {
  answerTo,
  checkedOnly,
  noAnswers,
  readAnswers,
  withAnswer,
  writeAnswers,
  type Answers,
} from "#course/activities/answers.ts";
import { explain } from "#course/activities/explain.ts";
import { gradeActivity, type Graded } from "#course/activities/grade.ts";
import { itemsOf } from "#course/activities/items.ts";
import { stateOf } from "#course/progress/activity.ts";
import { openActivity } from "#course/progress/activity-store.ts";
import type { Draft } from "#course/progress/draft.ts";
import type { Earlier } from "#course/progress/earlier.ts";
import { openDraft } from "#course/progress/open-draft.ts";
import type { Records } from "#course/progress/records.ts";
import type { WriteResult } from "#course/progress/storage.ts";
import type { ActivityFacts } from "./facts.ts";
import { words } from "./words.ts";

/** Everything that an activity shows; a new object after each change. */
export type ActivityState = {
  readonly answers: Answers;
  /** Of the answers that were checked. */
  readonly graded: Graded;
  /** Passed now or before. */
  readonly passed: boolean;
  readonly saving: WriteResult;
  /** Answers from elsewhere between which to choose. */
  readonly others: readonly Draft[];
  readonly earlier: readonly Earlier[];
  /** The one sentence of the live region. */
  readonly says: string;
};

export type ActivitySession = {
  readonly state: () => ActivityState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Notes an answer; it counts as not checked until it is. */
  readonly answer: (part: string, item: string, value: readonly string[]) => void;
  /** Checks the answers to these items of a part: one attempt. */
  readonly check: (part: string, items: readonly string[]) => void;
  /** Notes that steps were looked at. */
  readonly see: (part: string, steps: readonly string[]) => void;
  readonly say: (sentence: string) => void;
  readonly replace: (answers: Answers, says: string) => void;
  readonly choose: (other: Draft | null) => void;
};

/** The answers to one activity are the text of a draft: kept, exported and chosen between as an exercise's text is. */
export function createActivitySession({ id, activity }: ActivityFacts, records: Records): ActivitySession {
  const listeners = new Set<() => void>();
  const starter = writeAnswers(noAnswers);
  let own = { saving: "written" as WriteResult, says: "" };
  let written = false;
  let draft = openDraft(records, id, starter, elsewhere);
  const done = openActivity(records, id, refresh);
  let state = build();

  function build(): ActivityState {
    const answers = readAnswers(draft.text()) ?? noAnswers;
    return {
      ...own,
      answers,
      graded: gradeActivity(activity, checkedOnly(answers)),
      passed: stateOf(done.current(), false) === "passed",
      others: draft.others(),
      earlier: draft.earlier(),
    };
  }
  function refresh(): void {
    state = build();
    for (const listener of listeners) listener();
  }
  function set(change: Partial<typeof own>): void {
    own = { ...own, ...change };
    refresh();
  }
  /** A page on which nothing was answered yet simply follows the others. */
  function elsewhere(): void {
    if (!written) {
      draft.close();
      draft = openDraft(records, id, starter, elsewhere);
    }
    refresh();
  }
  function store(answers: Answers): WriteResult {
    written = true;
    return draft.type(writeAnswers(answers));
  }
  const partOf = (name: string) => activity.parts.find((part) => part.id === name);

  function check(name: string, items: readonly string[]): void {
    const part = partOf(name);
    if (part === undefined) return;
    const asked = itemsOf(part).filter((item) => items.includes(item.id));
    const given = asked.filter(
      (item) => answerTo(state.answers, name, item.id)?.value.some((one) => one !== "") ?? false,
    );
    if (given.length === 0) {
      set({ says: words.nothing });
      return;
    }
    const fresh = given.some((item) => answerTo(state.answers, name, item.id)?.checked === false);
    const answers = given.reduce((before, item) => {
      const value = answerTo(before, name, item.id)?.value ?? [];
      return withAnswer(before, name, item.id, { value, checked: true });
    }, state.answers);
    const graded = gradeActivity(activity, checkedOnly(answers));
    const wrong = graded.items.filter(
      (one) => one.part === name && items.includes(one.item) && one.state === "wrong",
    );
    const sentences = given.flatMap((item) => {
      const isWrong = wrong.some((one) => one.item === item.id);
      return isWrong || wrong.length === 0
        ? explain(part, item, answerTo(answers, name, item.id)?.value ?? [])
        : [];
    });
    const saving = store(answers);
    if (fresh)
      note(
        graded,
        wrong.map((one) => `${one.part}/${one.item}:${one.mistakes.join("+")}`),
      );
    const sign = wrong.length === 0 ? words.right : words.wrong;
    set({ saving, says: [`${sign}.`, ...sentences].join(" ") });
  }

  /** An attempt: passed when everything is right, `partial` when what was checked is. */
  function note(graded: Graded, mistakes: readonly string[]): void {
    const kind = graded.passed ? "passed" : mistakes.length === 0 ? "partial" : "failed";
    done.answered({
      kind,
      cases: { run: graded.answered, passed: graded.right, total: graded.items.length },
      mistake: mistakes.length === 0 ? null : mistakes.join(" "),
      points: graded.passed ? activity.points : 0,
    });
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer: (part, item, value) =>
      set({ saving: store(withAnswer(state.answers, part, item, { value: [...value], checked: false })) }),
    check,
    see: (part, steps) => {
      const before = answerTo(state.answers, part, "seen")?.value ?? [];
      const value = [...new Set([...before, ...steps])];
      if (value.length === before.length) return;
      const answers = withAnswer(state.answers, part, "seen", { value, checked: true });
      const graded = gradeActivity(activity, checkedOnly(answers));
      const saving = store(answers);
      if (graded.passed && !state.passed) note(graded, []);
      set({ saving });
    },
    say: (says) => set({ says }),
    replace: (answers, says) => {
      written = true;
      const text = writeAnswers(answers);
      const saving = draft.replace(text);
      set({ saving, says: draft.text() === text ? says : words.full });
    },
    choose: (other) => {
      written = true;
      const saving = draft.choose(other);
      set({ saving, says: draft.others().length === 0 ? words.chosen : words.full });
    },
  };
}
