import { DEFAULT_RUNS, DEFAULT_SEED } from "#course/exercise/defaults.ts";
import { renderTrial } from "#course/feedback/trial.ts";
import { renderVerdict } from "#course/feedback/render.ts";
import { stateOf } from "#course/progress/activity.ts";
import { openActivity } from "#course/progress/activity-store.ts";
import type { Draft } from "#course/progress/draft.ts";
import { openDraft } from "#course/progress/open-draft.ts";
import type { Records } from "#course/progress/records.ts";
import type { WriteResult } from "#course/progress/storage.ts";
import type { GradingClient } from "#worker/client.ts";
import type { Facts } from "./facts.ts";
import type { Case, Shown, State, Trial } from "./state.ts";
import { words } from "./words.ts";

export type SessionOptions = {
  readonly facts: Facts;
  readonly records: Records;
  readonly client: GradingClient;
  /** Milliseconds from any start: for the time a verdict took. */
  readonly stopwatch: () => number;
  /** The case of an opened link. */
  readonly linked?: { readonly args: Case; readonly seed: number } | null;
};

export type Session = {
  readonly state: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  readonly type: (text: string) => void;
  readonly grade: () => Promise<void>;
  readonly tryOut: (inputs: readonly Case[]) => Promise<void>;
  readonly stop: () => void;
  readonly show: (panel: State["panel"]) => void;
  readonly nextHint: () => void;
  readonly solution: (show: boolean) => void;
  /** The starter again, or an earlier text; false when there is no room to keep the present one. */
  readonly replace: (text: string) => boolean;
  readonly choose: (other: Draft | null) => void;
  readonly dropLinked: () => void;
  readonly close: () => void;
};

export function createSession({ facts, records, client, stopwatch, linked }: SessionOptions): Session {
  const listeners = new Set<() => void>();
  const draft = openDraft(records, facts.id, facts.starter, refresh);
  const activity = openActivity(records, facts.id, refresh);
  let own = {
    saving: "written" as WriteResult,
    running: null as State["running"],
    panel: "verdict" as State["panel"],
    shown: null as Shown | null,
    trial: null as Trial | null,
    solution: false,
    stopped: false,
    linked: linked ?? null,
    says: "",
  };
  let state = build();
  let abort = new AbortController();

  function build(): State {
    const done = activity.current();
    return {
      ...own,
      linked: own.linked?.args ?? null,
      text: draft.text(),
      savedAt: draft.time(),
      others: draft.others(),
      earlier: draft.earlier(),
      hints: Math.min(done.hints, facts.statement.hints.length),
      solutionSeen: done.solution !== null,
      passed: stateOf(done, false) === "passed",
      kept: activity.kept().length,
      damages: records.damages().length,
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
  const seed = (): number => own.linked?.seed ?? DEFAULT_SEED;

  async function grade(): Promise<void> {
    if (own.running !== null) return;
    const source = draft.text();
    const extraCases = [...(own.linked === null ? [] : [own.linked.args]), ...activity.kept()].map((one) => [
      ...one,
    ]);
    const start = stopwatch();
    abort = new AbortController();
    set({ running: "grade", stopped: false, panel: "verdict", says: words.grading });
    const request = { exercise: facts.id, source, seed: seed(), runs: DEFAULT_RUNS, extraCases };
    const verdict = await client.grade(request, abort.signal);
    if (verdict.kind === "cancelled") {
      set({ running: null, stopped: true, says: words.stopped });
      return;
    }
    const view = renderVerdict(verdict, { exercise: facts, statement: facts.statement });
    const saving = activity.attempt(verdict, facts.points, extraCases);
    const shown = { verdict, view, source, ms: stopwatch() - start };
    set({ running: null, shown, says: view.headline, saving: saving === "written" ? own.saving : saving });
  }

  async function tryOut(inputs: readonly Case[]): Promise<void> {
    if (own.running !== null) return;
    const source = draft.text();
    abort = new AbortController();
    set({ running: "try", panel: "trial", says: words.trying });
    const request = { exercise: facts.id, source, seed: seed(), inputs: inputs.map((one) => [...one]) };
    const report = await client.tryOut(request, abort.signal);
    if ("kind" in report) {
      set({ running: null, says: words.tryStopped });
      return;
    }
    const context = { exercise: facts, statement: facts.statement };
    const failure = report.failure === null ? null : renderVerdict(report.failure, context);
    const results = report.results.map((one) => ({ view: renderTrial(one, facts), actual: one.actual }));
    const first = results[0]?.view;
    const says = failure?.headline ?? first?.sentence ?? `${words.actual} : ${first?.actual?.text ?? ""}`;
    set({ running: null, trial: { source, results, failure }, says });
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (text) => {
      if (text !== draft.text()) set({ saving: draft.type(text) });
    },
    grade,
    tryOut,
    stop: () => abort.abort(),
    show: (panel) => set({ panel }),
    nextHint: () => {
      const shown = Math.min(state.hints + 1, facts.statement.hints.length);
      activity.hint(shown);
      set({ says: words.hintShown(shown, facts.statement.hints.length) });
    },
    solution: (show) => {
      if (show && !state.passed) activity.solutionShown();
      set({ solution: show });
    },
    replace: (text) => {
      const saving = draft.replace(text);
      const done = draft.text() === text;
      set({
        saving,
        says: done ? (text === facts.starter ? words.restarted : words.recovered) : words.noRoomToKeep,
      });
      return done;
    },
    choose: (other) => {
      const before = draft.others().length;
      const saving = draft.choose(other);
      set({ saving, says: draft.others().length < before ? words.chosen : words.noRoomToKeep });
    },
    dropLinked: () => set({ linked: null }),
    close: () => {
      draft.close();
      activity.close();
      listeners.clear();
    },
  };
}
