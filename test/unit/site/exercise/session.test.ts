import { describe, expect, test } from "vitest";
import { DEFAULT_RUNS, DEFAULT_SEED } from "../../../../src/course/exercise/defaults.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { createSession, type Session } from "../../../../src/site/exercise/session.ts";
import { words } from "../../../../src/site/exercise/words.ts";
import { browser } from "../../course/progress/desk.ts";
import { failing, graderFailed, notCompiled, passed } from "../../course/progress/verdicts.ts";
import { facts } from "./facts.ts";
import { fakeClient, type FakeClient } from "./fake-client.ts";

type Scene = { session: Session; client: FakeClient; chromium: ReturnType<typeof browser> };

function open(chromium = browser(), linked: { args: number[]; seed: number } | null = null): Scene {
  const client = fakeClient();
  let time = 0;
  const stopwatch = (): number => (time += 5);
  const session = createSession({ facts, records: chromium.page(), client, stopwatch, linked });
  return { session, client, chromium };
}
const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

describe("evaluating", () => {
  test("asks for the text on the screen with the seed and runs of the command line", async () => {
    const { session, client } = open();
    session.type("mine");
    void session.grade();
    expect(client.asked).toEqual([
      { exercise: facts.id, source: "mine", seed: DEFAULT_SEED, runs: DEFAULT_RUNS, extraCases: [] },
    ]);
    expect(session.state()).toMatchObject({ running: "grade", says: words.grading });
    await client.answer(failing(7));
    const { running, shown, says, kept } = session.state();
    expect(running).toBeNull();
    expect(shown).toMatchObject({ source: "mine", ms: 5 });
    expect(says).toBe("La retenue est perdue.");
    expect(kept).toBe(1);
  });

  test("the verdict stays but is stale once the text changes", async () => {
    const { session, client } = open();
    session.type("one");
    void session.grade();
    session.type("two");
    await client.answer(passed);
    expect(session.state().shown?.source).toBe("one");
    expect(session.state().text).toBe("two");
  });

  test("the failing case runs first next time, also after a reload, and goes when all passes", async () => {
    const { session, client, chromium } = open();
    void session.grade();
    await client.answer(failing(7));
    const again = open(chromium);
    void again.session.grade();
    expect(again.client.asked[0]?.extraCases).toEqual([[7]]);
    await again.client.answer(passed);
    void again.session.grade();
    expect(again.client.asked[1]?.extraCases).toEqual([]);
  });

  test("passing is remembered, with its points, and announced", async () => {
    const { session, client, chromium } = open();
    void session.grade();
    await client.answer(passed);
    expect(session.state().passed).toBe(true);
    expect(session.state().says).toContain("214");
    expect(open(chromium).session.state().passed).toBe(true);
  });

  test("a failure of the grader is shown, and is no attempt", async () => {
    const { session, client } = open();
    void session.grade();
    await client.answer(graderFailed);
    expect(session.state().shown?.view.tone).toBe("attention");
    expect(session.state().passed).toBe(false);
  });

  test("one evaluation at a time", async () => {
    const { session, client } = open();
    void session.grade();
    void session.grade();
    void session.tryOut([[1]]);
    await client.answer(passed);
    expect(client.asked).toHaveLength(1);
  });

  test("stopping ends it at once, keeps the last verdict, and says so", async () => {
    const { session, client } = open();
    void session.grade();
    await client.answer(notCompiled);
    void session.grade();
    session.stop();
    await settled();
    expect(session.state()).toMatchObject({ running: null, stopped: true, says: words.stopped });
    expect(session.state().shown?.verdict.kind).toBe("did-not-compile");
  });
});

describe("a link to a case", () => {
  test("runs that case first, with the link's seed, before the kept ones", async () => {
    const { chromium, session, client } = open();
    void session.grade();
    await client.answer(failing(7));
    const linked = open(chromium, { args: [9], seed: 1 });
    void linked.session.grade();
    expect(linked.client.asked[0]).toMatchObject({ seed: 1, extraCases: [[9], [7]] });
  });

  test("can be dropped", () => {
    const { session, client } = open(browser(), { args: [9], seed: 1 });
    session.dropLinked();
    void session.grade();
    expect(client.asked[0]).toMatchObject({ seed: DEFAULT_SEED, extraCases: [] });
  });
});

describe("trying", () => {
  test("shows what each input gave, in words", async () => {
    const { session, client } = open();
    void session.tryOut([[1]]);
    expect(client.asked[0]?.inputs).toEqual([[1]]);
    await client.answer({
      type: "tried",
      results: [{ input: [1], actual: 2, stopped: null, printed: "hello\n", printedCut: 0 }],
      failure: null,
    });
    const { trial, panel } = session.state();
    expect(panel).toBe("trial");
    expect(trial?.results[0]?.view.actual?.text).toBe("0x0002 (2)");
    expect(trial?.results[0]?.view.printed?.text).toBe("hello\n");
  });

  test("says why a file cannot be opened", async () => {
    const { session, client } = open();
    void session.tryOut([[1]]);
    await client.answer({ type: "tried", results: [], failure: notCompiled });
    expect(session.state().trial?.failure?.headline).toContain("Ligne 3, colonne 14");
    expect(session.state().says).toContain("Ligne 3");
  });
});

describe("hints and solution", () => {
  test("hints open one at a time, are counted, and stay open after a reload", () => {
    const { session, chromium } = open();
    session.nextHint();
    session.nextHint();
    expect(session.state().hints).toBe(2);
    const again = open(chromium).session;
    again.nextHint();
    again.nextHint();
    expect(again.state().hints).toBe(3);
  });

  test("looking at the solution before passing is noted, after passing it is not", async () => {
    const early = open();
    early.session.solution(true);
    expect(early.session.state()).toMatchObject({ solution: true, solutionSeen: true });
    const late = open();
    void late.session.grade();
    await late.client.answer(passed);
    late.session.solution(true);
    expect(late.session.state()).toMatchObject({ solution: true, solutionSeen: false });
  });
});

describe("the text", () => {
  test("beginning again gives the starter, and the old text can be taken back", () => {
    const { session } = open();
    session.type("mine");
    expect(session.replace(facts.starter)).toBe(true);
    expect(session.state().text).toBe(facts.starter);
    expect(session.state().earlier.map(({ text }) => text)).toEqual(["mine"]);
    session.replace("mine");
    expect(session.state().text).toBe("mine");
  });

  test("a full storage is said, and the text stays", () => {
    const { session } = open(browser(300));
    session.type("x".repeat(500));
    expect(session.state()).toMatchObject({ saving: "full", text: "x".repeat(500) });
    session.type("short");
    expect(session.state().saving).toBe("written");
  });

  test("what another tab typed is offered, never taken", () => {
    const { session, chromium } = open();
    session.type("here");
    openDraft(chromium.page(), facts.id, facts.starter).type("here, and there");
    expect(session.state().text).toBe("here");
    expect(session.state().others.map(({ text }) => text)).toEqual(["here, and there"]);
    session.choose(session.state().others[0] ?? null);
    expect(session.state().text).toBe("here, and there");
    expect(session.state().others).toEqual([]);
  });
});
